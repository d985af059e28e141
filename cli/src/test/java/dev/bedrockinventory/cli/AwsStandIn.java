package dev.bedrockinventory.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * What a command calls before and while it reads a table: the portal of IAM Identity Center, STS,
 * the credentials of containers and instances, and an empty table. It records the calls.
 */
final class AwsStandIn implements AutoCloseable {
  /** The token that the portal accepts. */
  static final String TOKEN = "token-of-alice";

  private static final Pattern KEY = Pattern.compile("Credential=([A-Za-z0-9]+)/");

  private final HttpServer server;
  private final List<String> calls = new CopyOnWriteArrayList<>();

  private AwsStandIn(HttpServer server) {
    this.server = server;
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  static AwsStandIn plain() {
    try {
      return new AwsStandIn(HttpServer.create(anyPort(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AwsStandIn withTls(TestCertificate certificate) {
    try {
      var server = HttpsServer.create(anyPort(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
      return new AwsStandIn(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port());
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The calls: the operation, and the access key that signed it. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var answer = answer(exchange, request);
    calls.add(answer.operation() + key(exchange).map(key -> " by " + key).orElse(""));
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Answer answer(HttpExchange exchange, String request) {
    var path = exchange.getRequestURI().getPath();
    if (path.equals("/federation/credentials")) {
      return portal(exchange);
    }
    if (request.contains("Action=AssumeRoleWithWebIdentity")) {
      return assumed("AssumeRoleWithWebIdentity", "ASIAWEB");
    }
    if (request.contains("Action=AssumeRole")) {
      return assumed("AssumeRole", "ASIAROLE");
    }
    return switch (path) {
      case "/container" -> new Answer("container", 200, temporary("ASIACONTAINER"));
      case "/latest/api/token" -> new Answer("instance token", 200, "instance-token");
      case "/latest/meta-data/iam/security-credentials/",
          "/latest/meta-data/iam/security-credentials-extended/" ->
          new Answer("instance role", 200, "reader");
      case "/latest/meta-data/iam/security-credentials/reader",
          "/latest/meta-data/iam/security-credentials-extended/reader" ->
          new Answer("instance", 200, temporary("ASIAINSTANCE"));
      default ->
          new Answer(
              String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                  .replaceFirst(".*[.]", ""),
              200,
              "{\"Items\":[],\"Count\":0,\"ScannedCount\":0}");
    };
  }

  private static Answer portal(HttpExchange exchange) {
    var query = exchange.getRequestURI().getQuery();
    if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token"))) {
      return new Answer("GetRoleCredentials", 401, "{\"message\":\"Session token not found\"}");
    }
    if (!query.contains("role_name=Reader") || !query.contains("account_id=111122223333")) {
      return new Answer("GetRoleCredentials", 403, "{\"message\":\"No access\"}");
    }
    var body =
        """
        {"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"secret",
        "sessionToken":"session","expiration":EXPIRATION}}\
        """
            .replace("EXPIRATION", Long.toString(later().toEpochMilli()));
    return new Answer("GetRoleCredentials", 200, body);
  }

  private static Answer assumed(String operation, String key) {
    var body =
        "<%1$sResponse><%1$sResult><Credentials><AccessKeyId>%2$s</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>session</SessionToken><Expiration>%3$s</Expiration></Credentials></%1$sResult></%1$sResponse>"
            .formatted(operation, key, later());
    return new Answer(operation, 200, body);
  }

  private static String temporary(String key) {
    return """
    {"Code":"Success","Type":"AWS-HMAC","AccessKeyId":"KEY","SecretAccessKey":"secret",
    "Token":"session","LastUpdated":"2026-11-22T00:00:00Z","Expiration":"LATER"}\
    """
        .replace("KEY", key)
        .replace("LATER", later().toString());
  }

  private static Instant later() {
    return Instant.now().plus(Duration.ofHours(6));
  }

  private static Optional<String> key(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
        .map(KEY::matcher)
        .filter(found -> found.find())
        .map(found -> found.group(1));
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private record Answer(String operation, int status, String body) {}
}
