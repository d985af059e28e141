package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.model.Actors;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.ExampleScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data of any content changes only the texts of a page, never its elements or attributes. */
final class HostileDataTest {
  private static final String HARMLESS = "harmless";
  private static final Instant UNTIL = Instant.parse("2026-11-05T12:00:00Z");
  private static final Arn ARN = new ExampleScope(ExampleHistory.APPLICATION).arn("profile");
  private static final Map<String, Browser> LEDGERS = new TreeMap<>();

  static List<String> hostileTexts() {
    return List.of(
        "<script>alert(1)</script>",
        "</cwdb-action><button>gotcha</button><cwdb-action action=\"call\">{}",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</style><style>*{display:none}</style>",
        "javascript:alert(1)",
        "<!-- comment --><![CDATA[data]]>",
        "</td></tr></table></section></div>",
        "&lt;b&gt; &amp; &#60;i&#62; &quot;",
        "${7*7} @raw @if(true) @endraw {{x}}",
        "</option></select><select name=view>",
        "\u202egnp.exe \u200f\u2067right to left",
        "w".repeat(10_000),
        "<&\"'".repeat(2_500),
        "👩‍👩‍👧‍👦 🏴‍☠️".repeat(700),
        "\u0007bell \u001b[31mred",
        "line\none\r\ntwo\ttab");
  }

  static Stream<List<String>> pagesOfHostileTexts() {
    return hostileTexts().stream()
        .flatMap(text -> Stream.of(List.of("changes", text), List.of("resource", text)));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("pagesOfHostileTexts")
  void dataAddsNoElementsOrAttributes(List<String> pageAndText) {
    var view = View.find(pageAndText.getFirst()).orElseThrow();

    var page = ledger(pageAndText.getLast()).open(parameters(view));

    assertThat(structure(page)).isEqualTo(structure(ledger(HARMLESS).open(parameters(view))));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("hostileTexts")
  void filtersAddNoElementsOrAttributes(String text) {
    var page = ledger(HARMLESS).open(filters(text));

    assertThat(structure(page)).isEqualTo(structure(ledger(HARMLESS).open(filters("absent"))));
  }

  @Test
  void aShortTextIsShownAsItIs() {
    var text = "<b>\"bold\" & 'quoted'</b>";

    var page = ledger(text).open(parameters(View.RESOURCE));

    assertThat(page.select(".bi-name b").text()).isEqualTo(text + "2");
    assertThat(page.text()).contains("AccessDenied" + text + ": " + text);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x202e, 0x2067, 0x200e, 0x200f, 0x061c, 0x2028, 0x2029})
  void charactersThatTurnTheDirectionOrEndALineBecomeVisible(int codePoint) {
    var character = Character.toString(codePoint);

    var page = ledger(character + "gnp.exe").open(parameters(View.RESOURCE));

    assertThat(page.wholeText()).contains("\ufffdgnp.exe").doesNotContain(character);
  }

  @Test
  void aPageOfTheLargestDataStaysSmall() {
    var table = new MemoryStore();
    var stage = new ExampleScope(ExampleHistory.APPLICATION);
    var ledger = table.ledger();
    var at = UNTIL.minusSeconds(3_600);
    for (var sweep = 0; sweep < 60; sweep++) {
      at = at.plusSeconds(1);
      stage.put("profile", members("<&\"'".repeat(200) + sweep, 12)).sweep(table, at.toString());
      ledger.save(event("<&\"'".repeat(400), "event" + sweep, at, sweep % 2 == 0));
    }
    var browser = new Browser(table, UNTIL.minusSeconds(86_400), UNTIL);

    var changes = browser.open(Parameters.of(View.CHANGES));
    var resource = browser.open(parameters(View.RESOURCE));

    assertThat(Browser.has(changes, "Older")).isTrue();
    assertThat(Browser.has(resource, "Older")).isTrue();
    assertThat(Browser.rows(browser.click(changes, "Older"), "Who")).isNotEmpty();
  }

  /** The same ledger with this text wherever data has texts. */
  private static Browser ledger(String text) {
    return LEDGERS.computeIfAbsent(text, HostileDataTest::filled);
  }

  private static Browser filled(String text) {
    var table = new MemoryStore();
    var stage = new ExampleScope(ExampleHistory.APPLICATION);
    stage.put("profile", members(text + "1", 2)).sweep(table, "2026-11-05T10:00:00Z");
    stage.put("profile", members(text, 2)).sweep(table, "2026-11-05T10:00:01Z");
    stage.remove("profile").sweep(table, "2026-11-05T10:00:02Z");
    stage.put("profile", members(text, 2)).sweep(table, "2026-11-05T10:00:03Z");
    stage.put("profile", members(text + "2", 2)).sweep(table, "2026-11-05T10:00:04Z");
    var ledger = table.ledger();
    ledger.save(event(text, "one", Instant.parse("2026-11-05T10:00:04Z"), false));
    ledger.save(event(text, "two", Instant.parse("2026-11-05T10:00:03Z"), true));
    return new Browser(table, UNTIL.minusSeconds(86_400), UNTIL);
  }

  private static String members(String text, int tags) {
    var tree = JsonNodeFactory.instance.objectNode();
    tree.put("inferenceProfileName", text)
        .put("description", text)
        .put("createdAt", "2026-01-02T03:04:05Z");
    var keys = tree.putObject("tags");
    IntStream.range(0, tags)
        .forEach(index -> keys.put(index == 0 ? "key" : "key" + index + start(text), text));
    tree.putArray("models")
        .addObject()
        .put("modelArn", "arn:aws:bedrock:us-east-2::foundation-model/<b>\"'&</cwdb-action>");
    return CanonicalJson.write(tree);
  }

  /** The key of a tag does not change with its value. */
  private static String start(String text) {
    return text.codePoints()
        .limit(7)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Evidence event(String text, String id, Instant at, boolean isRefused) {
    return new Evidence(
        ARN,
        id,
        isRefused ? "Delete" + text : "TagResource",
        at,
        Actors.session(text, text),
        text,
        text,
        text,
        isRefused
            ? Optional.of(new Evidence.Refusal("AccessDenied" + text, text))
            : Optional.empty(),
        Optional.of(text),
        Map.of("key", Optional.of("value")));
  }

  private static Parameters parameters(View view) {
    return view == View.RESOURCE
        ? Parameters.of(view).with(ViewParameter.RESOURCE, ARN.text())
        : Parameters.of(view);
  }

  private static Parameters filters(String text) {
    return Parameters.of(View.CHANGES)
        .with(ViewParameter.PERSON, first(text, ViewParameter.MAX_TEXT))
        .with(ViewParameter.TAG, first(text, ViewParameter.MAX_TAG_KEY))
        .with(ViewParameter.TEXT, first(text, ViewParameter.MAX_TEXT));
  }

  private static String first(String text, int characters) {
    return text.substring(0, Math.min(text.length(), characters));
  }

  /** How many elements there are of each name and with each set of attribute names. */
  static Map<String, Integer> structure(Document page) {
    var counts = new TreeMap<String, Integer>();
    for (var element : page.getAllElements()) {
      var names = element.attributes().asList().stream().map(Attribute::getKey).toList();
      counts.merge(element.tagName() + names, 1, Integer::sum);
    }
    return counts;
  }
}
