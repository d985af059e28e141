package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.CanonicalJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The calls that {@code show} and {@code history} print besides those who caused a revision. */
final class ActivityOutputTest {
  private static final String TABLE = "activity-output";
  private static final String DAVE =
      "arn:aws:iam::111122223333:user/dave (key AKIAEXAMPLEEXAMPLE01)";

  @BeforeAll
  static void fill() {
    FilledTable.create(TABLE);
    FilledTable.addCalls(TABLE);
  }

  @Test
  void historyPrintsACallThatExplainsNothingAsAlsoSeen() {
    var history = CanonicalJson.parse(Run.on(TABLE, "history", "checkout", "-o", "json").out());

    assertThat(history.at("/1/who").findValuesAsText("event")).containsExactly("TagResource");
    assertThat(history.at("/1/alsoSeen").findValuesAsText("event"))
        .containsExactly("CreateInferenceProfile");
    assertThat(history.path(0).has("alsoSeen")).isFalse();
    assertThat(Run.on(TABLE, "history", "checkout").lines())
        .satisfiesExactly(
            headings -> assertThat(headings).endsWith("FIELDS                     ALSO SEEN"),
            baseline -> assertThat(baseline).endsWith("unknown"),
            update -> assertThat(update).endsWith("/tags/team: alice → carol  " + DAVE));
  }

  @Test
  void showPrintsACallThatExplainsNothingAsAlsoSeen() {
    var shown = CanonicalJson.parse(Run.on(TABLE, "show", "checkout", "-o", "json").out());

    assertThat(shown.path("alsoSeen").findValuesAsText("event"))
        .containsExactly("CreateInferenceProfile");
    assertThat(Run.on(TABLE, "show", "checkout").lines()).contains("Also seen:   " + DAVE);
  }

  @Test
  void changesPrintsOnlyCallsThatExplainAChange() {
    assertThat(Run.on(TABLE, "changes", "-o", "json").out()).doesNotContain("alsoSeen", "dave");
    assertThat(Run.on(TABLE, "changes").out()).doesNotContain("ALSO SEEN", "dave");
  }

  @Test
  void showPrintsTheNewestAttemptsAndThatThereMayBeMore() {
    var shown = CanonicalJson.parse(Run.on(TABLE, "show", "search", "-o", "json").out());

    assertThat(shown.path("attempts")).hasSize(100);
    assertThat(shown.at("/attempts/99/at").asText()).isEqualTo("2026-11-21T16:01:59.000Z");
    assertThat(shown.path("attemptsSince").asText()).isEqualTo("2026-11-21T16:00:20.000Z");
    assertThat(Run.on(TABLE, "show", "search").lines())
        .contains(
            "Attempts:    only since 2026-11-21T16:00:20.000Z, and there may be more;"
                + " --all shows all");
  }

  @Test
  void showPrintsAllAttemptsIfAllAreRequested() {
    var shown = CanonicalJson.parse(Run.on(TABLE, "show", "search", "--all", "-o", "json").out());

    assertThat(shown.path("attempts")).hasSize(121);
    assertThat(shown.has("attemptsSince")).isFalse();
    assertThat(Run.on(TABLE, "show", "search", "--all").out()).doesNotContain("Attempts:");
  }

  @Test
  void changesNamesTheCallerWhoseRefusedCallsAreNotAllStored() {
    var changes = Run.on(TABLE, "changes", "--attempts", "-o", "jsonl");

    assertThat(changes.lines()).hasSize(121);
    assertThat(changes.err())
        .isEqualToIgnoringNewLines(
            "2026-11-21: 101 refused calls of arn:aws:iam::111122223333:user/dave, of which the"
                + " first 100 are stored");
    assertThat(Run.on(TABLE, "changes", "--attempts", "--until", "2026-11-20").err())
        .startsWith("nothing found: ");
    assertThat(Run.on(TABLE, "changes", "--attempts", "--by", "alice", "--since", "1d").err())
        .startsWith("2026-11-21: 101 refused calls of ");
  }
}
