package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Functions of an earlier version on a ledger that a later one wrote. */
final class NewerLedgerTest {
  private final TestHub hub = new TestHub();

  NewerLedgerTest() {
    hub.target("accounts", "[\"here\"]");
    hub.region().createProfile("alpha", Map.of());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void thePlannerFailsAndWritesNothing() {
    state("2");
    var items = items();

    assertThatThrownBy(hub::plan)
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("its format has version 2");
    assertThat(items()).isEqualTo(items);
  }

  @Test
  void aSweepFailsSoThatItsMessageIsDeliveredAgain() {
    state("2");
    var items = items();
    var handler = new SweepHandler(hub.wiring());
    var message = hub.sweep(TestHub.scope(Kind.APPLICATION_INFERENCE_PROFILE));

    assertThat(TestHub.deliver(handler, message)).containsExactly("1");
    assertThat(items()).isEqualTo(items);
    state("1");
    assertThat(TestHub.deliver(handler, message)).isEmpty();
    assertThat(items()).isGreaterThan(items);
  }

  private void state(String version) {
    hub.dynamo()
        .putItem(put ->
            put.tableName(hub.table())
                .item(
                    Map.of(
                        "pk", AttributeValue.fromS("LEDGER"),
                        "sk", AttributeValue.fromS("FORMAT"),
                        "version", AttributeValue.fromN(version))));
  }

  private int items() {
    return hub.dynamo().scan(scan -> scan.tableName(hub.table())).count();
  }
}
