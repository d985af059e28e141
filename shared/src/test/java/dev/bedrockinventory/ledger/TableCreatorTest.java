package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.dynamodb.TableCreator;
import dev.bedrockinventory.model.ScopeState;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** The table is created once, as defined. */
final class TableCreatorTest {
  private final LocalTable table = LocalTable.withStream();

  @Test
  void theTableIsCreatedAsDefined() {
    var made = table.client().describeTable(request -> request.tableName(table.name())).table();

    assertThat(made.attributeDefinitions())
        .extracting(AttributeDefinition::attributeName)
        .containsExactlyInAnyOrder("pk", "sk", "changeDay", "changeKey");
    assertThat(made.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    assertThat(made.streamSpecification().streamViewType())
        .isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
    assertThat(made.globalSecondaryIndexes())
        .singleElement()
        .satisfies(index -> {
          assertThat(index.indexName()).isEqualTo("changes");
          assertThat(index.projection().nonKeyAttributes())
              .containsExactlyInAnyOrder(
                  "change",
                  "observedAt",
                  "fields",
                  "proofs",
                  "contentHash",
                  "previousHash",
                  "chainHash");
        });
  }

  @Test
  void theIndexIncludesAllOfARevisionExceptItsDocument() {
    var recorded = Samples.first(ScopeState.unknown(Samples.SCOPE), "p1");
    var updated = Samples.updated(recorded.after(1), "red").revision();
    var carried =
        Stream.concat(
            Stream.of("pk", "sk", "changeDay", "changeKey", "document"),
            TableLayout.CHANGES_ATTRIBUTES.stream());

    assertThat(new RevisionItem().encode(updated).keySet())
        .containsExactlyInAnyOrderElementsOf(carried.toList());
  }

  @Test
  void reportsExpire() {
    var expiry =
        table
            .client()
            .describeTimeToLive(request -> request.tableName(table.name()))
            .timeToLiveDescription();

    assertThat(expiry.timeToLiveStatus()).isIn(TimeToLiveStatus.ENABLED, TimeToLiveStatus.ENABLING);
    assertThat(expiry.attributeName()).isEqualTo("expiresAt");
  }

  @Test
  void anExistingTableIsNotChanged() {
    ExampleLedger.fill(table.store());

    assertThat(new TableCreator(table.client(), table.name()).createIfMissing()).isFalse();

    assertThat(table.reader().scopes()).hasSize(1);
  }
}
