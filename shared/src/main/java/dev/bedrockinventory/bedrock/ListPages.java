package dev.bedrockinventory.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.normalize.Operation;
import dev.bedrockinventory.normalize.Page;
import dev.bedrockinventory.sweep.Deadline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pages of one list that could be read.
 *
 * @param pages the pages, in their order
 * @param failure why there are no more, unless the last page was read
 */
record ListPages(List<ReadResult.Found<Page.Read>> pages, Optional<Failure> failure) {
  /** More pages than any list can have: 1,000 of 1,000 resources. */
  static final int MOST = 1000;

  /**
   * Reads page after page. A repeated token, or a list without end, is a failure; the page with the
   * repeated token is dropped, since it may have been read before.
   */
  static ListPages read(
      Operation operation,
      Deadline deadline,
      Function<Optional<String>, ReadResult<JsonNode>> ask) {
    var pages = new ArrayList<ReadResult.Found<Page.Read>>();
    var tokens = new HashSet<String>();
    Optional<String> token = Optional.empty();
    do {
      if (deadline.isOver()) {
        return new ListPages(
            pages,
            Optional.of(
                FailureClassifier.outOfTime(
                    operation, Optional.empty(), "after %d pages".formatted(pages.size()))));
      }
      switch (ask.apply(token).then(found -> open(operation, found))) {
        case ReadResult.Failed<Page.Read>(var failure) -> {
          return new ListPages(pages, Optional.of(failure));
        }
        case ReadResult.NotFound<Page.Read> absent ->
            throw new IllegalStateException("a list has no resource: " + absent);
        case ReadResult.Found<Page.Read> page -> {
          token = page.value().nextToken();
          if (token.isPresent() && !tokens.add(token.get())) {
            return new ListPages(
                pages, Optional.of(malformed(operation, "a page's token repeats")));
          }
          pages.add(page);
        }
      }
    } while (token.isPresent() && pages.size() < MOST);
    return new ListPages(
        pages,
        token.map(more -> malformed(operation, "the list does not end after " + MOST + " pages")));
  }

  private static ReadResult<Page.Read> open(
      Operation operation, ReadResult.Found<JsonNode> response) {
    return switch (Page.open(operation, response.value())) {
      case Page.Malformed(var message) -> new ReadResult.Failed<>(malformed(operation, message));
      case Page.Read page -> new ReadResult.Found<>(page, response.answeredAt(), page.drift());
    };
  }

  private static Failure malformed(Operation operation, String message) {
    return FailureClassifier.malformed(operation, Optional.empty(), message);
  }
}
