package dev.bedrockinventory.ledger;

import static dev.bedrockinventory.ledger.Samples.SCOPE;
import static dev.bedrockinventory.ledger.Samples.arn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.ledger.FakeLedger.Fault;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.sweep.Commit;
import dev.bedrockinventory.sweep.Ledger;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import dev.bedrockinventory.sweep.SweepReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fake ledger fulfils the contract, and fails as configured. */
final class FakeLedgerTest extends LedgerContract {
  private final FakeLedger store = new FakeLedger();

  @Override
  Ledger ledger() {
    return store.another();
  }

  @Override
  List<Revision> revisions(Arn arn) {
    return store.revisions(arn);
  }

  @Override
  List<Route> routes(String modelId) {
    return store.routes().stream().filter(route -> route.modelId().equals(modelId)).toList();
  }

  @Override
  List<UnmodeledMemberEntry> unmodeledMembers() {
    return store.driftEntries();
  }

  @Override
  List<SweepReport> reports(Scope scope) {
    return store.reports().stream().filter(report -> report.scope().equals(scope)).toList();
  }

  @Test
  void aTransactionOfUnknownOutcomeMayBeWrittenNowLaterOrNever() {
    var state = ScopeState.unknown(SCOPE);
    store.fail(Fault.UNKNOWN_NOT_WRITTEN, Fault.UNKNOWN_DELAYED, Fault.UNKNOWN_WRITTEN);

    for (var id : List.of("never", "late", "now")) {
      assertThat(store.record(ScopeState.unknown(SCOPE), List.of(Samples.first(state, id))))
          .isInstanceOf(Commit.Unknown.class);
    }

    assertThat(store.resources()).containsExactly(arn("now"));
    assertThat(store.release()).isZero();
    assertThat(store.resources()).containsExactly(arn("now"));
  }

  @Test
  void aDelayedTransactionIsWrittenIfItsConditionsStillHold() {
    store.fail(Fault.UNKNOWN_DELAYED);
    store.record(
        ScopeState.unknown(SCOPE), List.of(Samples.first(ScopeState.unknown(SCOPE), "late")));

    assertThat(store.release()).isEqualTo(1);

    assertThat(store.resources()).containsExactly(arn("late"));
  }

  @Test
  void anUnreachableStoreThrows() {
    store.reachable(false);

    assertThatThrownBy(() -> store.scope(SCOPE)).isInstanceOf(LedgerUnavailableException.class);
  }
}
