package dev.bedrockinventory.ledger.sqlite;

import dev.bedrockinventory.change.RevisionEvents;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/** The table of the calls that belong to revisions, which the view {@code who} reads. */
final class Causes {
  private Causes() {}

  /** The resources whose rows are not up to date. */
  static List<Arn> stale(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT arn FROM stale_causes ORDER BY arn")) {
      var stale = new ArrayList<Arn>();
      while (rows.next()) {
        Arn.find(rows.getString(1)).ifPresent(stale::add);
      }
      return stale;
    }
  }

  /** Replaces the rows of one resource, unless it cannot be read. */
  static void replace(
      Connection connection, Arn arn, Function<Arn, SortedMap<Long, RevisionEvents>> events)
      throws SQLException {
    SortedMap<Long, RevisionEvents> current;
    try {
      current = events.apply(arn);
    } catch (LedgerUnavailableException e) {
      return;
    }
    update(connection, "DELETE FROM causes WHERE arn = ?", arn.text());
    for (var revision : current.entrySet()) {
      insert(connection, arn, revision.getKey(), 1, revision.getValue().who());
      insert(connection, arn, revision.getKey(), 0, revision.getValue().alsoSeen());
    }
    update(connection, "DELETE FROM stale_causes WHERE arn = ?", arn.text());
  }

  private static void insert(
      Connection connection, Arn arn, long revision, int explains, List<Evidence> events)
      throws SQLException {
    for (var event : events) {
      update(
          connection,
          "INSERT INTO causes (arn, revision, explains, evidence) VALUES (?, ?, ?, ?)",
          arn.text(),
          revision,
          explains,
          ItemKey.evidence(event).sk());
    }
  }

  private static void update(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (var statement = SqliteFile.prepare(connection, sql, parameters)) {
      statement.executeUpdate();
    }
  }
}
