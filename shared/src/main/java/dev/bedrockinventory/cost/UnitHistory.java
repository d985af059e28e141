package dev.bedrockinventory.cost;

import dev.bedrockinventory.aws.Parallel;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import java.util.Collection;
import java.util.List;

/**
 * The custom model units of a model over time.
 *
 * @param steps the steps, oldest first; the last one holds at the time of the model's state
 * @param hasEarlier whether earlier revisions were not read, so that the first step may be older
 */
public record UnitHistory(List<UnitStep> steps, boolean hasEarlier) {
  /** The most revisions that are read for one model. */
  private static final int MOST_REVISIONS = 300;

  /** Copies the list. */
  public UnitHistory {
    steps = List.copyOf(steps);
  }

  /** Whether the units of this step may have held before it: earlier revisions were not read. */
  public boolean mayBeOlder(UnitStep step) {
    return hasEarlier && step.equals(steps.getFirst());
  }

  /** Reads the revisions up to the model's state: one Query, at most the last 300 revisions. */
  public static UnitHistory read(LedgerReader reader, CostEstimator estimator, ModelCost model) {
    return read(reader, estimator, model, MOST_REVISIONS);
  }

  /** Those of several models, in their order, read at the same time. */
  public static List<UnitHistory> read(
      LedgerReader reader, CostEstimator estimator, Collection<ModelCost> models) {
    return Parallel.map(models, model -> read(reader, estimator, model));
  }

  static UnitHistory read(
      LedgerReader reader, CostEstimator estimator, ModelCost model, int mostRevisions) {
    var head = model.resource().head();
    var first = Math.max(1, head.revision() - mostRevisions + 1);
    var revisions = reader.revisions(head.arn(), first, head.revision()).map(StoredItem::value);
    return new UnitHistory(estimator.steps(model, revisions), first > 1);
  }
}
