package dev.bedrockinventory.ledger.dynamodb;

import dev.bedrockinventory.ledger.Query;
import dev.bedrockinventory.ledger.TableLayout;
import dev.bedrockinventory.model.Instants;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Translates a query into the request of its first page. */
final class QueryRequests {
  private QueryRequests() {}

  static QueryRequest of(Query query, String table) {
    var expressions = new Expressions();
    var request =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression(keys(query, expressions))
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
    switch (query.source()) {
      case ITEMS -> request.consistentRead(true);
      case CHANGES -> request.indexName(TableLayout.CHANGES); // an index has no consistent read
    }
    if (query.isNewestFirst()) {
      request.scanIndexForward(false);
    }
    query.pageSize().ifPresent(request::limit);
    query
        .until()
        .ifPresent(until ->
            request.filterExpression(
                TableLayout.OBSERVED_AT
                    + " <= "
                    + expressions.value("until", Instants.text(until))));
    expressions.projection(query.attributes()).ifPresent(request::projectionExpression);
    return request
        .expressionAttributeNames(expressions.names())
        .expressionAttributeValues(expressions.values())
        .build();
  }

  private static String keys(Query query, Expressions expressions) {
    var isItems = query.source() == Query.Source.ITEMS;
    var partition = isItems ? TableLayout.PARTITION_KEY : TableLayout.CHANGE_DAY;
    var sort = isItems ? TableLayout.SORT_KEY : TableLayout.CHANGE_KEY;
    return "%s = %s%s"
        .formatted(
            partition,
            expressions.value(partition, query.partition()),
            range(sort, query.range(), expressions));
  }

  private static String range(String sort, Query.Range range, Expressions expressions) {
    return switch (range) {
      case Query.Range.All _ -> "";
      case Query.Range.Prefix(var prefix) ->
          " AND begins_with(%s, %s)".formatted(sort, expressions.value("prefix", prefix));
      case Query.Range.Between(var first, var last) ->
          " AND %s BETWEEN %s AND %s"
              .formatted(sort, expressions.value("first", first), expressions.value("last", last));
      case Query.Range.From(var first) ->
          " AND %s >= %s".formatted(sort, expressions.value("first", first));
    };
  }
}
