package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.bedrock.ClientPolicy;
import dev.bedrockinventory.sweep.Deadline;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

final class PrimingTest {
  /** A network would be refused: nothing listens there. */
  private final Wiring wiring =
      new Wiring(
          Map.of(
              "INVENTORY_ACCOUNT", "111122223333",
              "AWS_REGION", "us-east-2",
              "INVENTORY_TABLE", "inventory",
              "INVENTORY_TARGETS_PATH", "/inventory/targets",
              "INVENTORY_SWEEP_QUEUE_URL", "https://127.0.0.1:1/sweeps.fifo",
              "INVENTORY_EVENT_QUEUE_URL", "https://127.0.0.1:1/events",
              "INVENTORY_CHANGE_BUS", "changes",
              "INVENTORY_CURSOR_KEY", "the-key-of-the-tests",
              "AWS_ENDPOINT_URL", "http://127.0.0.1:1"),
          AnonymousCredentialsProvider.create(),
          ClientPolicy.standard(),
          InstantSource.system());

  @Test
  void thePlanHandlerIsPrimedWithoutANetwork() {
    assertThat(Priming.plan(wiring)).isTrue();
  }

  @Test
  void theSweepHandlerIsPrimedWithoutANetwork() {
    assertThat(Priming.sweep(wiring)).isTrue();
  }

  @Test
  void theRefreshHandlerIsPrimedWithoutANetwork() {
    assertThat(Priming.refresh(wiring)).isTrue();
  }

  @Test
  void theFeedHandlerIsPrimedWithoutANetwork() {
    assertThat(Priming.feed(wiring)).isTrue();
  }

  @Test
  void theDashboardHandlerIsPrimedWithoutANetwork() {
    assertThat(Priming.dashboard(wiring)).isTrue();
  }

  @Test
  void aPrimedSweepRecordsWhatItReads() {
    var report =
        wiring
            .priming()
            .sweeper()
            .sweep(
                SweepTask.parse(
                    """
                    {"account":"111122223333","region":"us-east-2","kind":"imported-model",\
                    "plannedAt":"2026-11-22T14:30:00Z"}\
                    """),
                Deadline.NONE);

    assertThat(report.failures()).isEmpty();
    assertThat(report.changed()).isEqualTo(1);
  }
}
