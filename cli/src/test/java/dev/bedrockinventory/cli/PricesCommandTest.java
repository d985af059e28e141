package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.bedrockinventory.cost.Price;
import dev.bedrockinventory.cost.PriceFile;
import dev.bedrockinventory.cost.Prices;
import dev.bedrockinventory.model.CanonicalJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The price file is shown, and renewed from a list in AWS's format or not changed at all. */
final class PricesCommandTest {
  private static final String LIST =
      """
      {"formatVersion":"v1.0","offerCode":"AmazonBedrock",
       "publicationDate":"2026-11-20T17:03:11Z",
       "products":{
        "A":{"sku":"A","attributes":{"feature":"Custom Model Import","regionCode":"us-west-2",
         "usagetype":"USW2-Mistral-CustomModelImport-Inference-v1:0"}},
        "B":{"sku":"B","attributes":{"feature":"Custom Model Import","regionCode":"us-west-2",
         "usagetype":"USW2-Mistral-CustomModelImport-Tuning-v1:0"}},
        "C":{"sku":"C","attributes":{"feature":"Model Inference","regionCode":"us-west-2",
         "usagetype":"USW2-Mistral-input-tokens"}}},
       "terms":{"OnDemand":{"A":{"A.T":{"effectiveDate":"2026-11-01T00:00:00Z","priceDimensions":
        {"A.T.D":{"unit":"Custom Model Unit per min","pricePerUnit":{"USD":"0.0600000000"}}}}}}}}\
      """;

  private final List<String> requests = new ArrayList<>();
  private final HttpServer server;

  @TempDir private Path folder;
  private Path file;

  PricesCommandTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void writeFile() throws IOException {
    file = folder.resolve("prices.json");
    Files.writeString(file, PriceFile.write(Prices.bundled()));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void thePricesOfTheRepositoryAreShownWithTheirDays() {
    var table = run("prices");
    var lines = run("prices", "-o", "jsonl");

    assertThat(table.exitCode()).isZero();
    assertThat(table.lines()).hasSize(Prices.bundled().all().size() + 1);
    assertThat(table.lines().getFirst()).startsWith("REGION").contains("SINCE", "READ", "SOURCE");
    assertThat(lines.lines())
        .hasSize(Prices.bundled().all().size())
        .allMatch(line -> CanonicalJson.parse(line).path("read").asText().startsWith("20"));
    assertThat(CanonicalJson.parse(run("prices", "-o", "json").out()).isArray()).isTrue();
  }

  @Test
  void anUpdateAddsThePricesOfTheDownloadedListAndLosesNone() {
    answer(200, LIST);

    var update = run("prices", "--update", "--prices", file.toString(), endpoint(), "-o", "json");

    assertThat(update.exitCode()).as(update.err()).isZero();
    assertThat(requests).containsExactly("/offers/v1.0/aws/AmazonBedrock/current/index.json");
    assertThat(update.err())
        .contains("left out: usage type 'USW2-Mistral-CustomModelImport-Tuning-v1:0' is not known")
        .contains("1 of them new and 0 changed; 1 were listed");
    assertThat(run("prices", "--prices", file.toString(), "-o", "json").out())
        .isEqualTo(update.out())
        .contains("\"usd\": 0.06", "\"family\": \"Mistral\"", "\"since\": \"2026-11-01\"")
        .contains("\"read\": \"2026-11-20\"");
    assertThat(read(file)).containsAll(Prices.bundled().all());
    assertThat(folder).isDirectoryNotContaining("glob:**~");
  }

  @Test
  void anUpdateFromADownloadedCopyReplacesTheFileOfTheCheckout() throws IOException {
    var copy = Files.writeString(folder.resolve("index.json"), LIST);
    var inCheckout = folder.resolve(PriceFile.IN_CHECKOUT);
    Files.createDirectories(inCheckout.getParent());

    var run =
        Run.of(
            FilledTable.NOW,
            Map.of("INVENTORY_HOME", folder.toString()),
            "prices",
            "--update",
            "--from",
            copy.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(read(inCheckout)).hasSize(Prices.bundled().all().size() + 1);
  }

  @Test
  void anUpdateReportsThePricesThatItChanges() throws IOException {
    var copy = Files.writeString(folder.resolve("index.json"), LIST).toString();
    var later =
        Files.writeString(folder.resolve("later.json"), LIST.replace("11-20T17", "11-27T17"));

    var first = run("prices", "--update", "--prices", file.toString(), "--from", copy);
    var second = run("prices", "--update", "--prices", file.toString(), "--from", copy);
    var third = run("prices", "--update", "--prices", file.toString(), "--from", later.toString());

    assertThat(first.err()).contains("4 prices, 1 of them new and 0 changed");
    assertThat(second.err()).contains("4 prices, 0 of them new and 0 changed");
    assertThat(third.err()).contains("4 prices, 0 of them new and 1 changed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | ''                      | HTTP 404
          301 | ''                      | HTTP 301
          200 | {"products":            | is not complete JSON
          200 | {"products":{}}         | publicationDate
          200 | <html></html>           | is not complete JSON
          200 | NO_IMPORT               | no product of Custom Model Import
          200 | NO_NUMBER               | 'free'
          """)
  void anAnswerThatIsNotAValidListChangesNothing(int status, String body, String message)
      throws IOException {
    var before = Files.readString(file);
    answer(
        status,
        switch (body) {
          case "NO_IMPORT" -> LIST.replace("Custom Model Import", "Other");
          case "NO_NUMBER" -> LIST.replace("0.0600000000", "free");
          default -> body;
        });

    var run = run("prices", "--update", "--prices", file.toString(), endpoint());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .hasLineCount(1)
        .contains(message)
        .contains("--from FILE")
        .contains("https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonBedrock");
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void anAnswerThatIsCutOffChangesNothing() throws IOException {
    var before = Files.readString(file);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, LIST.length() * 2L);
          exchange.getResponseBody().write(LIST.substring(0, 400).getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          exchange.close();
        });

    var run = run("prices", "--update", "--prices", file.toString(), endpoint());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains("--from FILE");
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void aHostThatDoesNotAnswerIsReported() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    var run =
        run(
            "prices",
            "--update",
            "--prices",
            file.toString(),
            "--endpoint-url-pricing=http://127.0.0.1:" + port);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains("no complete response", "--from FILE");
  }

  @Test
  void filesThatCannotBeReadOrWrittenAreReported() throws IOException {
    var copy = Files.writeString(folder.resolve("index.json"), LIST).toString();
    var none = folder.resolve("none").resolve("prices.json").toString();

    var noList = run("prices", "--update", "--prices", file.toString(), "--from", none);
    var noFolder = run("prices", "--update", "--prices", none, "--from", copy);

    assertThat(noList.exitCode()).isEqualTo(1);
    assertThat(noList.err()).hasLineCount(1).contains("NoSuchFileException", "--from");
    assertThat(noFolder.exitCode()).isEqualTo(1);
    assertThat(noFolder.err()).hasLineCount(1).contains("cannot be written", "--prices");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --from=x                                                     | require --update
          --endpoint-url-pricing=http://127.0.0.1:1                    | require --update
          --update --from=x --endpoint-url-pricing=http://127.0.0.1:1  | at most one of
          --update --prices=y --endpoint-url-pricing=here              | is not a valid URL
          --update --from=x                                            | no price file specified
          """)
  void wrongOptionsAreReported(String options, String message) {
    var run =
        run(
            Stream.concat(Stream.of("prices"), Arrays.stream(options.strip().split(" +", -1)))
                .toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message).hasLineCount(1);
  }

  private void answer(int status, String body) {
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestURI().toString());
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private String endpoint() {
    return "--endpoint-url-pricing=http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static List<Price> read(Path path) {
    try {
      return PriceFile.read(path).all();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Run run(String... arguments) {
    return Run.of(FilledTable.NOW, Map.of(), arguments);
  }
}
