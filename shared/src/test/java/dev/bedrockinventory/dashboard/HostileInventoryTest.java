package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.query.ExampleScope;
import dev.bedrockinventory.query.Excerpt;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No element and no attribute of a view comes from data: the same ledger with hostile and with
 * harmless words has the same elements.
 */
final class HostileInventoryTest {
  private static final Instant NOW = Instant.parse("2026-11-05T12:00:00Z");

  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "</cwdb-action><cwdb-action action=\"call\" endpoint=\"arn:evil\">{}</cwdb-action>",
          "</style><style>*{display:none}</style>",
          "</td></tr></table><iframe src=//evil>",
          "\u202Egnp.exe\u2066\u200F",
          "😀👩‍👩‍👧 &lt;b&gt; &#x3c;",
          "<!-- -->]]><![CDATA[${1+1}{{7*7}}",
          "</select></form><a href=\"javascript:alert(1)\">",
          "\u0000\u0007\n\t\\\"'`",
          "<w>".repeat(3_400));

  /** The same with only the characters that an ARN may have. */
  private static final List<String> IN_ARNS =
      HOSTILE.stream().map(word -> cut(word.replaceAll("[^!-~]", "_"))).toList();

  private static final MemoryStore HOSTILE_TABLE = filled(HOSTILE, IN_ARNS);
  private static final MemoryStore HARMLESS_TABLE =
      filled(harmless("word", HOSTILE), harmless("id", IN_ARNS));

  static Stream<Parameters> parameters() {
    var inventory = Parameters.of(View.INVENTORY);
    return Stream.of(
        inventory,
        inventory.with(ViewParameter.GROUP, "kind"),
        Parameters.of(View.MODELS),
        Parameters.of(View.COST),
        Parameters.of(View.COVERAGE),
        Parameters.of(View.OVERVIEW));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void theElementsAreThoseOfHarmlessData(Parameters parameters) {
    var hostile = pages(HOSTILE_TABLE, NOW).show(parameters);
    var harmless = pages(HARMLESS_TABLE, NOW).show(parameters);

    assertThat(skeleton(hostile)).isEqualTo(skeleton(harmless));
    assertThat(hostile.select("cwdb-action").eachAttr("endpoint")).containsOnly(Pages.ENDPOINT);
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void theElementsOfThePastAreThoseOfHarmlessData(Parameters parameters) {
    var past = Instant.parse("2026-11-04T10:30:00Z");

    assertThat(skeleton(pages(HOSTILE_TABLE, past).show(parameters)))
        .isEqualTo(skeleton(pages(HARMLESS_TABLE, past).show(parameters)));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void hostileFiltersAreOnlyValuesOfFields(Parameters parameters) {
    for (var word : HOSTILE) {
      var filtered =
          parameters
              .with(ViewParameter.TEXT, cut(word))
              .with(ViewParameter.TAG, Excerpt.beginning(word, 128));

      var page = pages(HOSTILE_TABLE, NOW).show(filtered);

      assertThat(page.select("script, img, iframe, a, [onerror], [onmouseover]")).isEmpty();
      assertThat(page.select("cwdb-action").eachAttr("endpoint")).containsOnly(Pages.ENDPOINT);
      assertThat(page.select("cwdb-action").eachText())
          .allSatisfy(json ->
              assertThat(CanonicalJson.parse(json).properties())
                  .allMatch(member ->
                      member.getKey().equals(DashboardEvent.APPLY)
                          || ViewParameter.find(member.getKey()).isPresent()));
    }
  }

  @ParameterizedTest
  @MethodSource("words")
  void anExcerptOfANameIsShown(String word) {
    var page =
        pages(HOSTILE_TABLE, NOW)
            .show(Parameters.of(View.INVENTORY).with(ViewParameter.TEXT, cut(word)));

    assertThat(page.select("tbody td:first-child button").textNodes())
        .extracting(node -> node.getWholeText())
        .contains(Excerpt.of(word, 80));
  }

  /** HTML has no way to show the control character NUL. */
  static Stream<String> words() {
    return HOSTILE.stream().filter(word -> !word.contains("\u0000"));
  }

  private static MemoryStore filled(List<String> words, List<String> ids) {
    var table = new MemoryStore();
    var application = scope("us-east-1", Kind.APPLICATION_INFERENCE_PROFILE);
    var system = scope("us-east-2", Kind.SYSTEM_INFERENCE_PROFILE);
    var imported = scope("us-west-2", Kind.IMPORTED_MODEL);
    for (var index = 0; index < words.size(); index++) {
      var word = words.get(index);
      var id = ids.get(index);
      application.put("a" + id, profile(word, id));
      system.put("us." + id, profile(word, id));
      imported.put("m" + id, importedModel(word, 1));
    }
    application
        .drift(
            words.stream()
                .map(word -> cut(word))
                .map(word -> new UnmodeledMember(word, word, word, word))
                .toArray(UnmodeledMember[]::new))
        .sweep(table, "2026-11-04T10:00:00Z");
    system.sweep(table, "2026-11-04T10:00:00Z");
    imported.sweep(table, "2026-11-04T10:00:00Z");
    imported.put("m" + ids.getFirst(), importedModel(words.getFirst(), 2));
    imported.sweep(table, "2026-11-04T10:15:00Z");
    ids.forEach(id -> system.remove("us." + id));
    system.put("us.left", profile("left", ids.getFirst())).sweep(table, "2026-11-04T11:00:00Z");
    return table;
  }

  /** A profile with hostile names, tags, models and regions. */
  private static String profile(String word, String id) {
    var tree = JsonNodeFactory.instance.objectNode().put("inferenceProfileName", word);
    tree.putArray("models")
        .add(model("arn:aws:bedrock:us-east-1::foundation-model/" + id))
        .add(model("arn:aws:bedrock:" + "long-region-".repeat(20) + "::foundation-model/" + id))
        .add(model("not an ARN " + word));
    tree.putObject("tags").put(word, word).put("team", word).put(" " + word, "");
    return CanonicalJson.write(tree);
  }

  private static ObjectNode model(String arn) {
    return JsonNodeFactory.instance.objectNode().put("modelArn", arn);
  }

  private static String importedModel(String word, int units) {
    var tree = JsonNodeFactory.instance.objectNode();
    tree.put("modelName", word).put("modelArchitecture", word);
    tree.putObject("customModelUnits")
        .put("customModelUnitsPerModelCopy", units)
        .put("customModelUnitsVersion", word);
    return CanonicalJson.write(tree);
  }

  private static ExampleScope scope(String region, Kind kind) {
    return new ExampleScope(new Scope("111122223333", region, kind));
  }

  private static String cut(String word) {
    return Excerpt.beginning(word, 200);
  }

  private static List<String> harmless(String prefix, List<String> hostile) {
    return Stream.iterate(10, number -> number + 1)
        .limit(hostile.size())
        .map(number -> prefix + number)
        .toList();
  }

  private static Pages pages(MemoryStore table, Instant until) {
    return new Pages(table, until, NOW);
  }

  /** How often there is an element with these attributes in this kind of parent. */
  private static Object skeleton(Document page) {
    return page.getAllElements().stream()
        .collect(Collectors.groupingBy(HostileInventoryTest::element, Collectors.counting()));
  }

  private static String element(Element element) {
    var parent = element.parent();
    return (parent == null ? "" : parent.normalName() + " > ")
        + element.normalName()
        + element.attributes().asList().stream()
            .map(attribute -> attribute.getKey())
            .sorted()
            .toList()
        + element.className();
  }
}
