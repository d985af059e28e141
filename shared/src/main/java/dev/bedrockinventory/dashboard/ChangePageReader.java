package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.ChangeKey;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.Changes;
import dev.bedrockinventory.query.ResourceNameReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Reads the changes of one page: those that match, with their names and callers. */
final class ChangePageReader {
  static final int ROWS = 50;

  /** How many changes are read at the same time if few of them may match. */
  private static final int SEARCHED = 250;

  private static final int MAX_BYTES = 90_000;

  private final DashboardRequest request;
  private final Changes changes;
  private final ResourceNameReader names;
  private final ChangeFilter filter;
  private final int maxSearched;

  /**
   * Creates a reader.
   *
   * @param maxSearched how many changes a page searches if the filter needs reads
   */
  ChangePageReader(
      DashboardRequest request,
      Changes changes,
      ResourceNameReader names,
      ChangeFilter filter,
      int maxSearched) {
    this.request = request;
    this.changes = changes;
    this.names = names;
    this.filter = filter;
    this.maxSearched = maxSearched;
  }

  /**
   * Reads the changes in groups until the page is full or the search has been long enough.
   *
   * @param candidates the changes that may be shown, newest first
   */
  ChangePage read(List<ChangeKey> candidates) {
    var rows = new ChangeRows(names, request);
    var shown = new ArrayList<ChangeRow>();
    var budget = new PageBudget(MAX_BYTES);
    var group = filter.needsReads() ? Math.min(SEARCHED, maxSearched) : ROWS;
    for (var index = 0; index < candidates.size(); index += group) {
      if (shown.size() == ROWS || budget.isSpent()) {
        return ending(shown, candidates.get(index - 1), false);
      }
      if (filter.needsReads() && index >= maxSearched) {
        return ending(shown, candidates.get(index - 1), true);
      }
      var last = candidates.get(Math.max(0, index - 1));
      var some = candidates.subList(index, Math.min(index + group, candidates.size()));
      var found = changes.of(some);
      var matching = new HashMap<ChangeKey, Change>();
      filter
          .matching(found, ROWS - shown.size() + 1)
          .forEach(change -> matching.put(change.key(), change));
      names.prepare(matching.values().stream().map(Change::arn));
      for (var change : found) {
        var match = matching.get(change.key());
        if (match != null) {
          if (shown.size() == ROWS || budget.isSpent()) {
            return ending(shown, last, false);
          }
          var row = rows.row(match);
          budget.spend(row);
          shown.add(row);
        }
        last = change.key();
      }
    }
    return new ChangePage(shown, Optional.empty(), "");
  }

  /** A page that ends with this change, whether it is shown or not. */
  private ChangePage ending(List<ChangeRow> shown, ChangeKey last, boolean isSearch) {
    var filters = request.parameters().only(ChangesView.FILTERS);
    return new ChangePage(
        shown,
        Optional.of(request.continuing("Older", filters, ChangePosition.of(last).text())),
        isSearch ? TimeText.text(last.observedAt()) : "");
  }
}
