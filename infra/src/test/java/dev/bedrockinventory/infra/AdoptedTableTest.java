package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A deployment whose table exists already, such as a restored one. */
final class AdoptedTableTest {
  /** The stream of an existing table. */
  static final String STREAM =
      "arn:aws:dynamodb:us-east-2:111122223333:table/restored/stream/2026-11-27T12:00:00.000";

  private static final String TABLE = "arn:aws:dynamodb:us-east-2:111122223333:table/restored";

  private final Template created = Synthesized.once().template();
  private final Template adopted = Synthesized.with(Map.of("table", STREAM)).template();

  @Test
  void everythingThatReferredToTheTableOfTheStackRefersToTheExistingOne() {
    assertThat(adopted.resources("AWS::DynamoDB::Table")).isEmpty();
    assertThat(adopted.json().toString()).doesNotContain("LedgerTable");
    assertThat(adopted.json().path("Outputs").path("Table").path("Value").asText())
        .isEqualTo("restored");
    assertThat(adopted.resources("AWS::Lambda::Function").values())
        .extracting(
            function -> function.at("/Properties/Environment/Variables/INVENTORY_TABLE").asText())
        .containsOnly("restored");
    for (var role : List.of("PlanPlannerRole", "SweepsSweepRole", "DashboardShowRole")) {
      assertThat(adopted.statements(role).toString()).contains('"' + TABLE);
    }
  }

  @Test
  void theFeedReadsTheStreamOfTheExistingTable() {
    var poller = adopted.properties("AWS::Lambda::EventSourceMapping", "FeedPoller");

    assertThat(poller.path("EventSourceArn").asText()).isEqualTo(STREAM);
    assertThat(poller.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
    assertThat(adopted.statement("FeedTellRole", "PlatformStream").path("Resource").asText())
        .isEqualTo(STREAM);
  }

  /** CloudFormation then forgets the table, and retains it. */
  @Test
  void nothingElseOfTheStackChangesAndTheTableThatItHadIsRetained() throws JsonProcessingException {
    var removed = ContractTest.lines(created);
    removed.removeAll(ContractTest.lines(adopted));

    assertThat(ContractTest.lines(created)).containsAll(ContractTest.lines(adopted));
    assertThat(removed).isNotEmpty().allMatch(line -> line.contains("LedgerTable"));
    assertThat(created.json().at("/Resources/LedgerTable/DeletionPolicy").asText())
        .isEqualTo("Retain");
  }
}
