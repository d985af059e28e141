package dev.bedrockinventory.ledger.sqlite;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.Query;
import dev.bedrockinventory.ledger.TableLayout;
import dev.bedrockinventory.model.Instants;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the rows of one query page by page, each with a statement that begins after the last. */
final class QueryRows {
  /** How many items are read at a time; a document may have 300 kB. */
  private static final int PAGE = 200;

  private final Query query;
  private final String sort;
  private final int size;

  private QueryRows(Query query) {
    this.query = query;
    this.sort = query.source() == Query.Source.ITEMS ? "sk" : TableLayout.CHANGE_KEY;
    this.size = query.pageSize().orElse(PAGE);
  }

  /** The items, read while the stream is consumed. */
  static Stream<Map<String, AttributeValue>> of(Query query, SqliteFile file) {
    var rows = new QueryRows(query);
    return Stream.iterate(
            file.read(connection -> rows.page(connection, Optional.empty())),
            page -> page.isPresent(),
            page -> page.flatMap(read -> rows.after(read, file)))
        .flatMap(page -> page.orElseThrow().stream())
        .map(Row::item)
        .filter(rows::admits);
  }

  private Optional<List<Row>> after(List<Row> page, SqliteFile file) {
    return page.size() < size
        ? Optional.empty()
        : file.read(connection -> page(connection, Optional.of(page.getLast())));
  }

  private boolean admits(Map<String, AttributeValue> item) {
    return query.until().isEmpty()
        || Optional.ofNullable(item.get(TableLayout.OBSERVED_AT))
            .flatMap(value -> Optional.ofNullable(value.s()))
            .filter(at -> at.compareTo(Instants.text(query.until().get())) <= 0)
            .isPresent();
  }

  private Optional<List<Row>> page(Connection connection, Optional<Row> last) throws SQLException {
    var parameters = new ArrayList<Object>();
    var sql = sql(last, parameters);
    try (var select = SqliteFile.prepare(connection, sql, parameters.toArray());
        var rows = select.executeQuery()) {
      var page = new ArrayList<Row>();
      while (rows.next()) {
        var key = new ItemKey(rows.getString(2), rows.getString(3));
        page.add(new Row(rows.getLong(1), rows.getString(4), read(key, rows.getString(5))));
      }
      return Optional.of(page);
    }
  }

  private Map<String, AttributeValue> read(ItemKey key, String json) {
    var item = ItemJson.read(key, json);
    return query.source() == Query.Source.ITEMS
        ? item
        : SqliteStore.only(item, TableLayout.CHANGES_PROJECTION);
  }

  private String sql(Optional<Row> last, List<Object> parameters) {
    var sql = new StringBuilder("SELECT rowid, pk, sk, %s, attributes FROM items".formatted(sort));
    sql.append(query.source() == Query.Source.ITEMS ? " WHERE pk = ?" : " WHERE changeDay = ?");
    parameters.add(query.partition());
    switch (query.range()) {
      case Query.Range.All _ -> sql.append(" AND %s IS NOT NULL".formatted(sort));
      case Query.Range.From(var first) -> range(sql, ">=", first, parameters);
      case Query.Range.Between(var first, var end) -> {
        range(sql, ">=", first, parameters);
        range(sql, "<=", end, parameters);
      }
      case Query.Range.Prefix(var prefix) -> {
        range(sql, ">=", prefix, parameters);
        range(sql, "<", after(prefix), parameters);
      }
    }
    last.ifPresent(row -> {
      sql.append(" AND (%s, rowid) %s (?, ?)".formatted(sort, query.isNewestFirst() ? "<" : ">"));
      parameters.add(row.sort());
      parameters.add(row.id());
    });
    var order = query.isNewestFirst() ? " DESC" : "";
    sql.append(" ORDER BY %1$s%2$s, rowid%2$s LIMIT ?".formatted(sort, order));
    parameters.add(size);
    return sql.toString();
  }

  private void range(StringBuilder sql, String comparison, String text, List<Object> parameters) {
    sql.append(" AND %s %s ?".formatted(sort, comparison));
    parameters.add(text);
  }

  /** The first text behind all those that begin so; SQLite compares the bytes of UTF-8. */
  private static String after(String prefix) {
    var last = prefix.codePointBefore(prefix.length());
    return prefix.substring(0, prefix.length() - Character.charCount(last))
        + Character.toString(last + 1);
  }

  private record Row(long id, String sort, Map<String, AttributeValue> item) {}
}
