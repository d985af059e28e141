package dev.bedrockinventory.dashboard;

import java.util.List;
import java.util.Optional;

/**
 * A page of changes.
 *
 * @param rows the changes, newest first
 * @param older shows the next page, if there may be more changes
 * @param searchedUntil how far a search came that ended before a full page; else empty
 */
public record ChangePage(List<ChangeRow> rows, Optional<Action> older, String searchedUntil) {
  /** Copies the list. */
  public ChangePage {
    rows = List.copyOf(rows);
  }
}
