package dev.bedrockinventory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each change is one readable line of a bounded length. */
final class ChangeSummaryTest {
  private static final String APPLICATION =
      "arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/a1";

  @Test
  void anUpdateNamesEachFieldWithItsValues() {
    assertThat(ChangeSummary.of(Revisions.updated()))
        .isEqualTo(
            "Application inference profile 3yh6w4d8j7j3 (account 111122223333, us-east-2) was"
                + " updated: tag team: red → blue; tag cost/center added: 4711; tag old removed:"
                + " yes. Observed 2026-11-22 14:20:10 UTC.");
  }

  @ParameterizedTest
  @CsvSource({
    "CREATED, 1, application-inference-profile/a1, was created.",
    "CREATED, 4, application-inference-profile/a1, exists again.",
    "CREATED, 1, inference-profile/us.amazon.nova-lite-v1:0, was listed for the first time.",
    "DELETED, 2, application-inference-profile/a1, was deleted."
  })
  void eachChangeHasItsVerb(ChangeKind change, long number, String resource, String verb) {
    var revision =
        revision(
            APPLICATION.replace("application-inference-profile/a1", resource),
            number,
            change,
            "{\"inferenceProfileName\":\"checkout-chat\"}",
            List.of());

    assertThat(ChangeSummary.of(revision)).contains(" checkout-chat (account", verb);
  }

  @Test
  void oneOfManyFieldsStandsForAll() {
    assertThat(ChangeSummary.of(Revisions.reducedToOneField()))
        .contains("was updated: more members changed than the ledger can hold. Observed");
  }

  @Test
  void noDataMakesASecondLineOrAnEndlessOne() {
    var fields =
        IntStream.range(0, 200)
            .mapToObj(number ->
                new FieldChange(
                    "/tags/t" + number + "x".repeat(900),
                    FieldChange.Op.ADD,
                    Optional.empty(),
                    Optional.of(
                        TextNode.valueOf(
                            "a\nb\r\tc\u202e\u200f\u061c\u2028\u2029" + "y".repeat(10_000)))))
            .toList();
    var name = "{\"inferenceProfileName\":\"%s\\nBcc: all\"}".formatted("z".repeat(5_000));

    var line = ChangeSummary.of(revision(APPLICATION, 7, ChangeKind.UPDATED, name, fields));

    assertThat(line)
        .doesNotContainPattern("[\\n\\r\\t\u202e\u200f\u061c\u2028\u2029]")
        .contains("; and 195 more.");
    assertThat(line.length()).isLessThan(4_000);
  }

  private static Revision revision(
      String arn, long number, ChangeKind change, String json, List<FieldChange> fields) {
    var document = new Document(json);
    return new Revision(
        new Arn(arn),
        number,
        change,
        Instant.parse("2026-11-22T14:20:10Z"),
        document,
        fields,
        Proofs.NONE,
        document.digest(),
        "",
        "");
  }
}
