package dev.bedrockinventory.cli.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.dashboard.CursorSigner;
import dev.bedrockinventory.dashboard.Dashboard;
import dev.bedrockinventory.dashboard.Widgets;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Serves the page and its views on 127.0.0.1, for this computer only: GET only, with the server's
 * own name as the host, and to no other origin. Thread-safe.
 */
public final class PageServer implements AutoCloseable {
  /** The views come from here; actions in them are never called by their endpoint. */
  private static final String ENDPOINT = "local";

  /** Not secret: each client of this server may read the complete ledger. */
  private static final CursorSigner CURSORS = new CursorSigner(ENDPOINT);

  private static final int DEFAULT_PORT = 8642;

  private static final String NO_OTHER_SOURCE =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Widgets widgets;
  private final Supplier<LedgerReader> readers;

  private PageServer(HttpServer server, Supplier<LedgerReader> readers, InstantSource clock) {
    this.server = server;
    this.readers = readers;
    this.widgets = new Widgets(readers, clock, CURSORS);
  }

  /**
   * Starts a server.
   *
   * @param port the port, 0 for any free one; absent: 8642, or any free one if that is in use
   * @param readers gives a new reader for each request, in the threads of the server
   * @throws CommandFailedException if the port cannot be opened
   */
  public static PageServer start(
      Optional<Integer> port, Supplier<LedgerReader> readers, InstantSource clock) {
    var server = port.map(PageServer::listen).orElseGet(PageServer::listen);
    var pages = new PageServer(server, readers, clock);
    server.createContext("/", pages::serve);
    server.setExecutor(pages.threads);
    server.start();
    return pages;
  }

  /** The address of the page. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private static HttpServer listen() {
    try {
      return open(DEFAULT_PORT);
    } catch (BindException e) {
      return listen(0);
    } catch (IOException e) {
      throw notOpened(DEFAULT_PORT, e);
    }
  }

  private static HttpServer listen(int port) {
    try {
      return open(port);
    } catch (IOException e) {
      throw notOpened(port, e);
    }
  }

  private static CommandFailedException notOpened(int port, IOException e) {
    return new CommandFailedException(
        "port %d cannot be opened (%s); choose another with --port".formatted(port, e.getMessage()),
        e);
  }

  private static HttpServer open(int port) throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = isAllowed(exchange) ? answer(exchange.getRequestURI()) : Answer.FORBIDDEN;
      send(exchange, answer);
    }
  }

  /** Neither another site nor a name that points to this computer may ask. */
  private boolean isAllowed(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    var port = server.getAddress().getPort();
    var hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    var site = Optional.ofNullable(headers.getFirst("Sec-Fetch-Site")).orElse("none");
    return Set.of("GET", "HEAD").contains(exchange.getRequestMethod())
        && hosts.contains(Objects.requireNonNullElse(headers.getFirst("Host"), ""))
        && Set.of("none", "same-origin").contains(site);
  }

  private Answer answer(URI request) {
    return switch (request.getPath()) {
      case "/" -> Answer.of("text/html", resource("page.html"));
      case "/page.js" -> Answer.of("text/javascript", resource("page.js"));
      case "/page.css" -> Answer.of("text/css", resource("page.css"));
      case "/view.css" -> Answer.of("text/css", Dashboard.style());
      case "/widget" -> widget(request);
      case "/state" -> Answer.of("text/plain", state());
      default -> new Answer(404, "text/plain", "There is nothing at this address.");
    };
  }

  private Answer widget(URI request) {
    var query = Optional.ofNullable(request.getQuery()).orElse("");
    var event =
        query.startsWith("event=")
            ? CanonicalJson.find(query.substring("event=".length()))
            : Optional.<JsonNode>empty();
    return event
        .map(json -> widgets.answer(json, ENDPOINT))
        .map(answer -> Answer.of("application/json", CanonicalJson.write(answer)))
        .orElseGet(() -> new Answer(400, "text/plain", "The event is not valid JSON."));
  }

  /** Changes whenever something was recorded or observed. */
  private String state() {
    var state = new StringBuilder();
    readers
        .get()
        .scopes()
        .flatMap(item -> item.readable().stream())
        .forEach(entry ->
            state
                .append(entry.state().generation())
                .append(entry.state().lastAttemptAt())
                .append(' '));
    return Sha256.of(state.toString());
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.type() + "; charset=utf-8");
    headers.set("Content-Security-Policy", NO_OTHER_SOURCE);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    var isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), isHead ? -1 : body.length);
    if (!isHead) {
      exchange.getResponseBody().write(body);
    }
  }

  private static String resource(String name) {
    try (var stream = PageServer.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A response.
   *
   * @param status the HTTP status
   * @param type the media type
   * @param body the text
   */
  private record Answer(int status, String type, String body) {
    static final Answer FORBIDDEN =
        new Answer(403, "text/plain", "Only GET requests of this computer's browser are answered.");

    static Answer of(String type, String body) {
      return new Answer(200, type, body);
    }
  }
}
