package dev.bedrockinventory.ledger.sqlite;

import java.util.List;
import java.util.Optional;

/**
 * The rows of a query.
 *
 * @param columns the names of the columns, each different
 * @param rows for each row the value of each column: a text, a number (Long or Double), bytes, or
 *     absent for NULL
 */
public record SqlResult(List<String> columns, List<List<Optional<Object>>> rows) {
  /** Copies the lists. */
  public SqlResult {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
