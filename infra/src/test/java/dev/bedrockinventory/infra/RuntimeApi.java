package dev.bedrockinventory.infra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lambda's Runtime API for one execution environment: sends events, receives responses, provides
 * credentials for the container provider, and restores a snapshot immediately.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String VERSION = "/2018-06-01/runtime/";
  private static final String CREDENTIALS = "/credentials";

  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Response> responses = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final String account;
  private final Runnable onRestore;

  /** The outcome of an invocation: {@code response}, {@code error} or {@code init/error}. */
  record Response(String kind, String body) {}

  RuntimeApi(String account, Runnable onRestore) throws IOException {
    this.account = account;
    this.onRestore = onRestore;
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** The value of {@code AWS_CONTAINER_CREDENTIALS_FULL_URI}. */
  String credentials() {
    return "http://" + address() + CREDENTIALS;
  }

  void send(String event) {
    events.add(event);
  }

  BlockingQueue<Response> responses() {
    return responses;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (path.equals(CREDENTIALS)) {
        reply(exchange, 200, credentialsJson());
      } else if (path.equals(VERSION + "invocation/next")) {
        next(exchange);
      } else if (path.equals(VERSION + "restore/next")) {
        onRestore.run();
        reply(exchange, 200, "");
      } else {
        responses.add(new Response(kind(path), body));
        reply(exchange, 202, "{\"status\":\"OK\"}");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String kind(String path) {
    return path.equals(VERSION + "init/error")
        ? "init/error"
        : path.substring(path.lastIndexOf('/') + 1);
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    var event = events.take();
    var headers = exchange.getResponseHeaders();
    headers.add("Content-Type", "application/json");
    headers.add(
        "Lambda-Runtime-Trace-Id",
        "Root=1-67891233-abcdef012345678912345678;Parent=53995c3f42cd8ad8;Sampled=1");
    headers.add("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
    headers.add(
        "Lambda-Runtime-Deadline-Ms", Long.toString(Instant.now().plusSeconds(900).toEpochMilli()));
    headers.add(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:us-east-2:%s:function:any:live".formatted(account));
    reply(exchange, 200, event);
  }

  private String credentialsJson() {
    return """
    {"AccessKeyId":"%s","SecretAccessKey":"secret","Token":"token",\
    "Expiration":"2099-01-01T00:00:00Z"}\
    """
        .formatted(account);
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
