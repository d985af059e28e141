package dev.bedrockinventory.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.normalize.Operation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;

/**
 * Makes API calls: paced and counted, with raw responses and translated failures. Not thread-safe.
 */
final class ApiCaller {
  private final Region region;
  private final Pacer pacer;
  private final InstantSource clock;
  private final Map<String, Integer> calls = new TreeMap<>();

  ApiCaller(Region region, Pacer pacer, InstantSource clock) {
    this.region = region;
    this.pacer = pacer;
    this.clock = clock;
  }

  /**
   * Makes one call.
   *
   * @param resource the resource of the call; only with one is NotFound a result
   * @param request sends the request with the given configuration, through an SDK client
   */
  ReadResult<JsonNode> call(
      Operation operation,
      Optional<Arn> resource,
      Consumer<AwsRequestOverrideConfiguration> request) {
    var exchange = new Exchange(pacer::count);
    pacer.await();
    try {
      request.accept(
          AwsRequestOverrideConfiguration.builder()
              .putExecutionAttribute(Exchange.ATTRIBUTE, exchange)
              .build());
      return exchange.clockAhead().isPresent()
          ? clock(operation, resource, exchange)
          : response(operation, resource, exchange);
    } catch (SdkException e) {
      if (exchange.clockAhead().isPresent()) {
        return clock(operation, resource, exchange);
      }
      return ServiceError.find(e)
          .filter(error -> error.isNotFound() && resource.isPresent() && exchange.attempts() > 0)
          .<ReadResult<JsonNode>>map(error -> new ReadResult.NotFound<>(absence(operation, error)))
          .orElseGet(() ->
              new ReadResult.Failed<>(
                  FailureClassifier.of(e, operation, resource, exchange, region)));
    } finally {
      count(operation, exchange.attempts());
    }
  }

  /** The number of requests sent, including retries, by operation. */
  Map<String, Integer> calls() {
    return Map.copyOf(calls);
  }

  private static ReadResult<JsonNode> clock(
      Operation operation, Optional<Arn> resource, Exchange exchange) {
    return new ReadResult.Failed<>(
        FailureClassifier.clock(operation, resource, exchange.clockAhead().orElseThrow()));
  }

  private Absence absence(Operation operation, ServiceError error) {
    return new Absence(
        operation.label(), Instants.cut(clock.instant()), error.requestId(), error.text());
  }

  private void count(Operation operation, int attempts) {
    if (attempts > 0) {
      calls.merge(operation.label(), attempts, Integer::sum);
    }
  }

  private ReadResult<JsonNode> response(
      Operation operation, Optional<Arn> resource, Exchange exchange) {
    var body =
        exchange
            .body()
            .orElseThrow(() ->
                new IllegalStateException(
                    "the client keeps no response bodies: build it with"
                        + " ClientPolicy.configuration()"));
    var answeredAt = Instants.cut(clock.instant());
    return text(body)
        .flatMap(CanonicalJson::find)
        .filter(JsonNode::isObject)
        .<ReadResult<JsonNode>>map(tree -> new ReadResult.Found<>(tree, answeredAt, List.of()))
        .orElseGet(() ->
            new ReadResult.Failed<>(
                FailureClassifier.malformed(
                    operation, resource, "the response is not a JSON object")));
  }

  /** The body as text; empty if it is not UTF-8, which JSON between systems must be. */
  private static Optional<String> text(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
