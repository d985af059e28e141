package dev.bedrockinventory.dashboard;

import static dev.bedrockinventory.query.ExampleHistory.BILLING;
import static dev.bedrockinventory.query.ExampleHistory.CHAT;
import static dev.bedrockinventory.query.ExampleHistory.LITE;
import static dev.bedrockinventory.query.ExampleHistory.LLAMA;
import static dev.bedrockinventory.query.ExampleHistory.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.ExampleScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One resource: its timeline, chain, routes, attempts, and revisions side by side. */
final class ResourceViewTest {
  private static final MemoryStore TABLE = ExampleHistory.copy();
  private static final Browser BROWSER =
      new Browser(TABLE, ExampleHistory.END.minus(Duration.ofDays(30)), ExampleHistory.END);

  @Test
  void theHeaderNamesALiveResource() {
    var page = BROWSER.open(of(SEARCH));

    assertThat(page.select(".bi-name").text()).isEqualTo("search live");
    assertThat(page.text())
        .contains(SEARCH.text(), "us-east-2", "111122223333", "application-inference-profile");
    assertThat(page.text()).contains("Copied from").contains("US Nova Lite");
  }

  @Test
  void theCopiesOfAResourceAreListedNewestFirst() {
    var table = new MemoryStore();
    ExampleHistory.fill(table);
    var ledger = table.ledger();
    ledger.save(ExampleHistory.copy(CHAT, LITE, "2026-11-02T09:00:00Z"));
    ledger.save(ExampleHistory.copy(BILLING, LLAMA, "2026-11-02T09:30:00Z"));
    var page = browser(table).open(of(LITE));

    assertThat(Browser.rows(page, "Copy"))
        .containsExactly("2026-11-02 09:00:00 chat deleted", "2026-11-02 08:00:00 search");
    assertThat(Browser.target(page, "search").text(ViewParameter.RESOURCE))
        .isEqualTo(SEARCH.text());
    assertThat(Browser.rows(browser(table).open(of(SEARCH)), "Copy")).isEmpty();
  }

  @Test
  void aProfileThatWasCreatedFromAModelIsNoCopy() {
    var table = new MemoryStore();
    ExampleHistory.fill(table);
    var model = new Arn("arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0");

    table.ledger().save(ExampleHistory.copy(CHAT, model, "2026-11-02T09:00:00Z"));

    assertThat(browser(table).reader().copies())
        .extracting(item -> item.value().arn())
        .containsExactly(SEARCH);
  }

  @Test
  void theListOfCopiesIsBounded() {
    var table = new MemoryStore();
    ExampleHistory.fill(table);
    var ledger = table.ledger();
    var scope = new ExampleScope(ExampleHistory.APPLICATION);
    for (var number = 10; number <= 31; number++) {
      var at = "2026-11-03T09:00:%dZ".formatted(number);
      ledger.save(ExampleHistory.copy(scope.arn("copy" + number), LITE, at));
    }

    var page = browser(table).open(of(LITE));

    assertThat(Browser.rows(page, "Copy"))
        .hasSize(20)
        .startsWith("2026-11-03 09:00:31 copy31")
        .endsWith("2026-11-03 09:00:12 copy12");
    assertThat(page.select("section:has(h2:contains(Copies))").text()).endsWith("and 3 older");
  }

  @Test
  void aRevisionShowsTheOtherCallsSinceTheRevisionBefore() {
    var timeline = BROWSER.open(of(SEARCH)).select(".bi-tl > div").eachText();

    assertThat(timeline.getFirst())
        .contains("by alice, 203.0.113.7, aws-cli/2.31")
        .contains("Also seen: UntagResource by bob, 203.0.113.7, aws-cli/2.31")
        .doesNotContain("carol, 203.0.113.7");
    assertThat(timeline.getLast()).doesNotContain("Also seen");
  }

  @Test
  void aDeletedResourceShowsWhenAndTheProofsInWords() {
    var page = BROWSER.open(of(CHAT));

    assertThat(page.select(".bi-name").text())
        .isEqualTo("chat deleted, observed 2026-11-04 11:00:00 UTC");
    assertThat(page.select(".bi-tl").text())
        .contains("The complete listing of 2026-11-04T11:00:00.000Z, with 1 resources")
        .contains(
            "Get returned not found at 2026-11-04T11:00:00.000Z: The resource was not found.");
    assertThat(page.text()).contains("unbroken: 2 revisions");
  }

  @Test
  void theTimelineShowsEachRevisionWithWhoAndWhat() {
    var timeline = BROWSER.open(of(BILLING)).select(".bi-tl > div").eachText();

    assertThat(timeline).hasSize(3);
    assertThat(timeline.getFirst()).startsWith("CREATED Revision 3").contains("by carol");
    assertThat(timeline.get(1)).startsWith("DELETED Revision 2").contains("by bob");
    assertThat(timeline.getLast()).startsWith("BASELINE Revision 1").contains("by unknown");
    assertThat(BROWSER.open(of(SEARCH)).select(".bi-tl").text())
        .contains("tag team: alice → carol");
  }

  @Test
  void refusedAttemptsAreListedWithTheirError() {
    var attempts = Browser.rows(BROWSER.open(of(SEARCH)), "Error");

    assertThat(attempts)
        .singleElement()
        .asString()
        .startsWith("2026-11-04 09:30:00 DeleteInferenceProfile AccessDenied: bob may not bob");
    assertThat(BROWSER.open(of(LITE)).text()).doesNotContain("Refused attempts");
  }

  @Test
  void theRegionsOfAProfileAreGroupedByGeography() {
    var routes = Browser.rows(BROWSER.open(of(LITE)), "Geography");

    assertThat(routes)
        .containsExactly("amazon.nova-lite-v1:0 United States us-east-1 us-east-2 us-west-2");
    assertThat(BROWSER.open(of(LLAMA)).text()).doesNotContain("Where requests can go");
  }

  @Test
  void theLastTwoRevisionsAreComparedByDefault() {
    var page = BROWSER.open(of(SEARCH));

    assertThat(Browser.rows(page, "Revision 2")).containsExactly("/tags/team alice carol");
    assertThat(Browser.rows(page, "Both"))
        .contains("/inferenceProfileName search")
        .noneMatch(row -> row.startsWith("/tags"));
  }

  @Test
  void anyTwoRevisionsAreComparedByTheForm() {
    var page = BROWSER.open(of(BILLING));

    var same =
        BROWSER.submit(page, "Compare", Map.of(ViewParameter.LEFT, "3", ViewParameter.RIGHT, "1"));
    var previous = BROWSER.click(page, "Compare with 1");

    assertThat(same.text()).contains("The documents are equal.");
    assertThat(same.select("select[name=left] option[selected]").attr("value")).isEqualTo("3");
    assertThat(same.select("select[name=right] option[selected]").attr("value")).isEqualTo("1");
    assertThat(previous.select("select[name=left] option[selected]").attr("value")).isEqualTo("1");
  }

  @Test
  void aRevisionThatDoesNotExistIsAnInvalidParameter() {
    assertThatThrownBy(() -> BROWSER.open(of(SEARCH).with(ViewParameter.LEFT, "3")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage("'left' must be a revision of the resource, 1 to 2");
  }

  @Test
  void aReducedDocumentIsNamed() {
    var table = new MemoryStore();
    var stage = new ExampleScope(ExampleHistory.APPLICATION);
    stage.put("large", "{\"description\":\"x\"}").sweep(table, "2026-11-04T10:00:00Z");
    stage
        .put("large", "{\"description\":\"%s\"}".formatted("&".repeat(400_000)))
        .sweep(table, "2026-11-04T11:00:00Z");

    var page = browser(table).open(of(stage.arn("large")));

    assertThat(page.text())
        .contains("Revision 2 is stored reduced: a digest replaces each of its largest members.");
    assertThat(Browser.rows(page, "Revision 2"))
        .singleElement()
        .asString()
        .contains("/description x", "\"length\":400002");
  }

  @Test
  void aChangedRevisionBreaksTheChain() {
    var table = ExampleHistory.copy();
    table.remove(ItemKey.revision(SEARCH, 1));

    var page = browser(table).open(of(SEARCH));

    assertThat(page.text()).doesNotContain("unbroken").contains("is missing");
    assertThat(page.text()).contains("One of the two revisions cannot be read.");
  }

  @Test
  void pagesShowEachRevisionOnce() {
    var table = new MemoryStore();
    var stage = new ExampleScope(ExampleHistory.APPLICATION);
    var at = Instant.parse("2026-11-04T10:00:00Z");
    for (var number = 1; number <= 107; number++) {
      stage
          .put("busy", "{\"tags\":{\"n\":\"%d\"}}".formatted(number))
          .sweep(table, at.plusSeconds(number).toString());
    }
    var browser = browser(table);
    var shown = new ArrayList<Integer>();

    var page = browser.open(of(stage.arn("busy")));
    for (; ; page = browser.click(page, "Older")) {
      shown.addAll(numbers(page.select(".bi-tl > div").eachText()));
      if (!Browser.has(page, "Older")) {
        break;
      }
    }

    assertThat(shown).isEqualTo(IntStream.rangeClosed(1, 107).boxed().toList().reversed());
    assertThat(numbers(browser.click(page, "Newest").select(".bi-tl > div").eachText()))
        .contains(107);
    assertThat(page.text()).contains("unbroken: 107 revisions");
  }

  private static List<Integer> numbers(List<String> rows) {
    return rows.stream()
        .map(row -> Integer.valueOf(row.replaceFirst("^[A-Z]+ Revision ([0-9]+).*", "$1")))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "x", "99999999999", "-1"})
  void anInvalidPositionIsAnInvalidParameter(String position) {
    assertThatThrownBy(() -> BROWSER.open(of(SEARCH).with(ViewParameter.AFTER, position)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("'after' must be a position");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/absent",
        "arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0",
        "arn:aws:s3:::bucket"
      })
  void anUnknownResourceIsReportedWithWaysToFindOne(String arn) {
    var page = BROWSER.open(of(new Arn(arn)));

    assertThat(page.text()).contains("No sweep has observed " + arn);
    assertThat(Browser.target(page, "Find it in the inventory").view()).isEqualTo(View.INVENTORY);
    assertThat(Browser.target(page, "Find it among the changes").view()).isEqualTo(View.CHANGES);
  }

  @Test
  void withoutAResourceTheFormOpensOne() {
    var page = BROWSER.open(Parameters.of(View.RESOURCE));

    var opened = BROWSER.submit(page, "Show", Map.of(ViewParameter.RESOURCE, LLAMA.text()));

    assertThat(page.text()).contains("Which resource?");
    assertThat(opened.select(".bi-name").text()).isEqualTo("llama live");
  }

  private static Browser browser(MemoryStore table) {
    return new Browser(table, BROWSER.since(), BROWSER.until());
  }

  private static Parameters of(Arn arn) {
    return Parameters.of(View.RESOURCE).with(ViewParameter.RESOURCE, arn.text());
  }
}
