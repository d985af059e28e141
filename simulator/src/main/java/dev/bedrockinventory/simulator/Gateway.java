package dev.bedrockinventory.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.bedrockinventory.simulator.cloudtrail.CloudTrail;
import dev.bedrockinventory.simulator.cloudtrail.Origin;
import dev.bedrockinventory.simulator.faults.Faults;
import dev.bedrockinventory.simulator.service.Paginator;
import dev.bedrockinventory.simulator.service.Router;
import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.ApiOperation;
import dev.bedrockinventory.simulator.wire.Authenticator;
import dev.bedrockinventory.simulator.wire.CallLog;
import dev.bedrockinventory.simulator.wire.Caller;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.LoggedCall;
import dev.bedrockinventory.simulator.wire.Protocol;
import dev.bedrockinventory.simulator.wire.Refusal;
import dev.bedrockinventory.simulator.wire.Request;
import dev.bedrockinventory.simulator.world.Ids;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Handles an HTTP request: signature, faults, operation, log, CloudTrail record and response.
 * events and back.
 */
final class Gateway implements HttpHandler {
  private final Router router;
  private final Authenticator callers;
  private final Faults faults;
  private final CallLog calls;
  private final CloudTrail events;
  private final InstantSource clock;
  private final Ids ids;

  Gateway(
      Router router,
      Authenticator callers,
      Faults faults,
      CallLog calls,
      CloudTrail events,
      InstantSource clock,
      Ids ids) {
    this.router = router;
    this.callers = callers;
    this.faults = faults;
    this.calls = calls;
    this.events = events;
    this.clock = clock;
    this.ids = ids;
  }

  /** The response that is sent. */
  private sealed interface Reply {
    record Sent(Protocol dialect, Answer answer, OptionalInt cutAt, String requestId)
        implements Reply {}

    record Dropped() implements Reply {}
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (reply(read(exchange), exchange.getRemoteAddress().getAddress())) {
        case Reply.Sent sent -> send(exchange, sent);
        case Reply.Dropped() -> {}
      }
    }
  }

  private Reply reply(Request request, InetAddress client) {
    String requestId = ids.uuid().toString();
    var dialect = Protocol.REST_JSON;
    try {
      var caller = callers.caller(request);
      var meaning = router.meaning(request);
      dialect = meaning.dialect();
      var operation =
          meaning
              .operation()
              .orElseThrow(
                  () -> new Refusal(404, "UnknownOperationException", "Unknown Operation"));
      var origin = new Origin(requestId, client.getHostAddress(), request.header("user-agent"));
      return call(operation, invocation(operation, caller, meaning), origin);
    } catch (Refusal refusal) {
      return new Reply.Sent(
          dialect, dialect.refuse(refusal, requestId), OptionalInt.empty(), requestId);
    }
  }

  private Reply call(ApiOperation operation, Invocation invocation, Origin origin) {
    var before = faults.before(invocation, operation.listing());
    pause(before.delay());
    if (before.drop()) {
      log(invocation, 0, Optional.empty());
      return new Reply.Dropped();
    }
    Answer answer;
    var error = Optional.<String>empty();
    try {
      answer =
          events.witness(
              invocation,
              origin,
              () -> carryOut(operation, invocation.refusing(before.entries()), before.refusal()));
    } catch (Refusal refusal) {
      error = Optional.of(refusal.code());
      answer = operation.dialect().refuse(refusal, origin.requestId());
    }
    var after = faults.after(invocation, operation.listing(), answer);
    log(invocation, after.answer().status(), error);
    return new Reply.Sent(operation.dialect(), after.answer(), after.cutAt(), origin.requestId());
  }

  private static Answer carryOut(
      ApiOperation operation, Invocation invocation, Optional<Refusal> refusal) {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return operation.handler().answer(invocation);
  }

  private static Invocation invocation(
      ApiOperation operation, Caller caller, Router.Meaning meaning) {
    var parameters = meaning.parameters();
    var resource =
        operation.resource().map(name -> parameters.path(name).asText()).filter(x -> !x.isEmpty());
    var token =
        operation
            .listing()
            .map(listing -> parameters.path(listing.token()).asText())
            .filter(text -> !text.isEmpty());
    return new Invocation(operation.name(), caller, parameters, resource, Paginator.number(token));
  }

  private void log(Invocation invocation, int status, Optional<String> error) {
    var caller = invocation.caller();
    calls.add(
        new LoggedCall(
            clock.instant(),
            invocation.operation(),
            caller.account(),
            caller.region(),
            caller.user(),
            invocation.resource(),
            invocation.parameters(),
            invocation.page(),
            status,
            error));
  }

  private static void pause(Duration delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Request read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    var uri = exchange.getRequestURI();
    return new Request(
        exchange.getRequestMethod(),
        uri.getRawPath(),
        Request.form(Optional.ofNullable(uri.getRawQuery()).orElse("")),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, Reply.Sent sent) throws IOException {
    String text =
        switch (sent.answer()) {
          case Answer.Json json -> {
            json.headers().forEach(exchange.getResponseHeaders()::set);
            yield json.body().toString();
          }
          case Answer.Text body -> body.body();
        };
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", sent.dialect().contentType());
    exchange.getResponseHeaders().set("x-amzn-RequestId", sent.requestId());
    exchange.sendResponseHeaders(sent.answer().status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      int kept = Math.min(body.length, sent.cutAt().orElse(body.length));
      exchange.getResponseBody().write(body, 0, kept);
      exchange.getResponseBody().flush();
    }
  }
}
