package dev.bedrockinventory.cli.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.cli.FilledTable;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of this computer: its parts, and who may not read it. */
final class PageServerTest {
  private static final String TABLE = "page-server";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final PageServer PAGES = start(Optional.of(0));

  @BeforeAll
  static void fill() {
    FilledTable.create(TABLE);
  }

  @AfterAll
  static void close() {
    PAGES.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "page.js", "page.css", "view.css", "state", "?view=changes&days=7"})
  void everyPartIsServedWithAPolicyThatAllowsNoOtherSource(String part) throws Exception {
    var response = get(PAGES.address().resolve(part));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isNotEmpty();
    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void aViewIsTheAnswerOfTheWidgetsAsJson() throws Exception {
    var response = get(widget("{\"view\":\"overview\"}"));

    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(response.body()).startsWith("\"").contains("Needs attention");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/widget", "/widget?event=", "/widget?event=%7B"})
  void aViewWithoutAValidEventIsABadRequest(String address) throws Exception {
    assertThat(get(PAGES.address().resolve(address)).statusCode()).isEqualTo(400);
  }

  @Test
  void anyFreePortIsUsedIfTheDefaultPortIsTaken() throws Exception {
    try (var first = start(Optional.empty());
        var second = start(Optional.empty())) {
      assertThat(second.address()).isNotEqualTo(first.address());
      assertThat(get(first.address()).statusCode()).isEqualTo(200);
      assertThat(get(second.address()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aRequestedPortThatIsTakenIsReported() {
    var taken = PAGES.address().getPort();

    assertThatThrownBy(() -> start(Optional.of(taken)))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageStartingWith("port %d cannot be opened (".formatted(taken))
        .hasMessageEndingWith("); choose another with --port");
  }

  private static PageServer start(Optional<Integer> port) {
    return PageServer.start(
        port,
        () -> new LedgerReader(new DynamoStore(FilledTable.CLIENT, TABLE)),
        () -> FilledTable.NOW);
  }

  @Test
  void nothingElseIsServed() throws Exception {
    assertThat(get(PAGES.address().resolve("/../page.html")).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void onlyGetIsAnswered(String method) throws Exception {
    var request =
        HttpRequest.newBuilder(PAGES.address())
            .method(method, HttpRequest.BodyPublishers.ofString("x"))
            .build();

    assertThat(send(request).statusCode()).isEqualTo(403);
  }

  @Test
  void anotherSiteMayNotAsk() throws Exception {
    var request =
        HttpRequest.newBuilder(PAGES.address()).header("Sec-Fetch-Site", "cross-site").build();

    assertThat(send(request).statusCode()).isEqualTo(403);
  }

  @Test
  void aNameThatPointsToThisComputerMayNotAsk() throws Exception {
    assertThat(statusFor("evil.example:" + PAGES.address().getPort())).contains(" 403 ");
    assertThat(statusFor("localhost:" + PAGES.address().getPort())).contains(" 200 ");
  }

  private static String statusFor(String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), PAGES.address().getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(host)
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().orElse("");
    }
  }

  private static URI widget(String event) {
    return PAGES
        .address()
        .resolve("/widget?event=" + URLEncoder.encode(event, StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> get(URI address) throws Exception {
    return send(HttpRequest.newBuilder(address).build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
