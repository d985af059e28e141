package dev.bedrockinventory.bedrock;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Keeps the raw body of each response beside the SDK's own parsing, so that members that the SDK in
 * use does not know reach the document, and compares the dates of responses with the clock.
 * Stateless and thread-safe: each call has its own {@link Exchange}; a call without one is not
 * changed.
 */
final class RawBodyInterceptor implements ExecutionInterceptor {
  private final InstantSource clock;

  /** The clock of this computer, which is compared with the dates of responses. */
  RawBodyInterceptor(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes call) {
    exchange(call)
        .ifPresent(exchange ->
            context
                .httpResponse()
                .firstMatchingHeader("Date")
                .flatMap(RawBodyInterceptor::instant)
                .ifPresent(date -> exchange.dated(Duration.between(date, clock.instant()))));
  }

  /** The instant of an HTTP date; a malformed one is ignored. */
  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes call) {
    exchange(call).ifPresent(Exchange::attempt);
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes call) {
    var exchange = exchange(call);
    if (exchange.isEmpty() || !context.httpResponse().isSuccessful()) {
      return context.responseBody();
    }
    return Optional.of(keep(context.responseBody(), exchange.get()));
  }

  private static InputStream keep(Optional<InputStream> body, Exchange exchange) {
    var kept = new ByteArrayOutputStream();
    try {
      body.orElseGet(InputStream::nullInputStream).transferTo(kept);
    } catch (IOException e) {
      return new SequenceInputStream(new ByteArrayInputStream(kept.toByteArray()), new Broken(e));
    }
    exchange.answered(kept.toByteArray());
    return new ByteArrayInputStream(kept.toByteArray());
  }

  private static Optional<Exchange> exchange(ExecutionAttributes call) {
    return call.getOptionalAttribute(Exchange.ATTRIBUTE);
  }

  /** The end of a truncated body: a further read fails like the read of the connection. */
  private static final class Broken extends InputStream {
    private final IOException failure;

    Broken(IOException failure) {
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      throw failure;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      throw failure;
    }
  }
}
