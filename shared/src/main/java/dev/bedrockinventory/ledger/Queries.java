package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Instants;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The key conditions of the ledger's access patterns. */
final class Queries {
  /** The page size when reading backwards for a revision that is probably near. */
  private static final int NEAR = 16;

  /** The page size when reading the newest evidence, of which few items are enough. */
  private static final int FEW = 100;

  private Queries() {}

  static QueryRequest partition(String pk) {
    return consistent("pk = :pk", Map.of(":pk", AttributeValue.fromS(pk)));
  }

  static QueryRequest beginning(String pk, String prefix) {
    return consistent(
        "pk = :pk AND begins_with(sk, :prefix)",
        Map.of(":pk", AttributeValue.fromS(pk), ":prefix", AttributeValue.fromS(prefix)));
  }

  /** All the evidence of a resource, oldest first. */
  static QueryRequest evidence(Arn arn) {
    return beginning(ItemKey.history(arn), ItemKey.EVIDENCE_PREFIX);
  }

  /** The evidence of a resource from one second to another, both included, oldest first. */
  static QueryRequest evidence(Arn arn, Instant first, Instant last) {
    return between(
        ItemKey.history(arn),
        ItemKey.evidence(first, ""),
        ItemKey.evidence(last.plusSeconds(1), ""));
  }

  /** All the evidence of a resource, newest first, in small pages. */
  static QueryRequest newestEvidence(Arn arn) {
    return newestFirst(evidence(arn)).copy(q -> q.limit(FEW));
  }

  /** The same items in the reverse order of their sort keys, which contain a time or a number. */
  static QueryRequest newestFirst(QueryRequest query) {
    return query.copy(q -> q.scanIndexForward(false));
  }

  static QueryRequest between(String pk, String first, String last) {
    return consistent(
        "pk = :pk AND sk BETWEEN :first AND :last",
        Map.of(
            ":pk",
            AttributeValue.fromS(pk),
            ":first",
            AttributeValue.fromS(first),
            ":last",
            AttributeValue.fromS(last)));
  }

  private static QueryRequest consistent(String condition, Map<String, AttributeValue> values) {
    return QueryRequest.builder()
        .keyConditionExpression(condition)
        .expressionAttributeValues(values)
        .consistentRead(true)
        .build();
  }

  /** Only the last item of the query. */
  static QueryRequest last(QueryRequest query) {
    return newestFirst(query).copy(q -> q.limit(1));
  }

  /** The query's revisions that were observed until an instant, the last first. */
  static QueryRequest lastUntil(QueryRequest query, Instant until) {
    var values = new HashMap<>(query.expressionAttributeValues());
    values.put(":until", AttributeValue.fromS(Instants.text(until)));
    return query.copy(q ->
        q.scanIndexForward(false)
            .limit(NEAR)
            .filterExpression("observedAt <= :until")
            .expressionAttributeValues(values));
  }

  /** The changes of one day, from the index; an index has no consistent read. */
  static QueryRequest changes(LocalDate day) {
    return QueryRequest.builder()
        .indexName(TableLayout.CHANGES)
        .keyConditionExpression("changeDay = :day")
        .expressionAttributeValues(Map.of(":day", AttributeValue.fromS(day.toString())))
        .build();
  }

  /** The keys of the changes of one day since an instant. */
  static QueryRequest changeKeys(LocalDate day, Instant since) {
    return changeKeys(day)
        .copy(q ->
            q.keyConditionExpression("changeDay = :day AND changeKey >= :since")
                .expressionAttributeValues(
                    Map.of(
                        ":day",
                        AttributeValue.fromS(day.toString()),
                        ":since",
                        AttributeValue.fromS(Instants.text(since)))));
  }

  /** Only the keys and the kinds of these changes. */
  static QueryRequest changeKeys(LocalDate day) {
    return changes(day)
        .copy(q ->
            q.projectionExpression("pk, sk, #change, observedAt")
                .expressionAttributeNames(Map.of("#change", TableLayout.CHANGE)));
  }
}
