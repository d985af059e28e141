package dev.bedrockinventory.ledger.dynamodb;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The pages of one query, each read on demand. */
final class QueryPages implements Iterator<List<Map<String, AttributeValue>>> {
  private final Function<QueryRequest, QueryResponse> read;
  private Optional<QueryRequest> next;

  QueryPages(QueryRequest first, Function<QueryRequest, QueryResponse> read) {
    this.read = read;
    next = Optional.of(first);
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public List<Map<String, AttributeValue>> next() {
    var request = next.orElseThrow(NoSuchElementException::new);
    var page = read.apply(request);
    next =
        page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty()
            ? Optional.of(request.copy(q -> q.exclusiveStartKey(page.lastEvaluatedKey())))
            : Optional.empty();
    return page.items();
  }
}
