package dev.bedrockinventory.bedrock;

import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.normalize.Operation;
import dev.bedrockinventory.normalize.Page;
import java.time.Instant;
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
record ListPages(List<Opened> pages, Optional<Failure> failure) {
  /** More pages than any list can have: 1,000 of 1,000 resources. */
  static final int MOST = 1000;

  /** The result of one call for a page. */
  sealed interface Turn {}

  /**
   * One page.
   *
   * @param page its content
   * @param answeredAt when it was received
   */
  record Opened(Page.Read page, Instant answeredAt) implements Turn {}

  /** The failure of the call. */
  record Failed(Failure failure) implements Turn {}

  /**
   * Reads page after page. A repeated token, or a list without end, is a failure; the page with the
   * repeated token is dropped, since it may have been read before.
   */
  static ListPages read(Operation operation, Function<Optional<String>, ApiResult> ask) {
    var pages = new ArrayList<Opened>();
    var tokens = new HashSet<String>();
    Optional<String> token = Optional.empty();
    do {
      switch (open(operation, ask.apply(token))) {
        case Failed failed -> {
          return new ListPages(pages, Optional.of(failed.failure()));
        }
        case Opened opened -> {
          token = opened.page().nextToken();
          if (token.isPresent() && !tokens.add(token.get())) {
            return new ListPages(
                pages, Optional.of(malformed(operation, "a page's token repeats")));
          }
          pages.add(opened);
        }
      }
    } while (token.isPresent() && pages.size() < MOST);
    return new ListPages(
        pages,
        token.map(more -> malformed(operation, "the list does not end after " + MOST + " pages")));
  }

  private static Turn open(Operation operation, ApiResult answer) {
    return switch (answer) {
      case ApiResult.Failed failed -> new Failed(failed.failure());
      case ApiResult.NotFound absent ->
          throw new IllegalStateException("a list has no resource: " + absent);
      case ApiResult.Told told ->
          switch (Page.open(operation, told.tree())) {
            case Page.Malformed page -> new Failed(malformed(operation, page.message()));
            case Page.Read page -> new Opened(page, told.answeredAt());
          };
    };
  }

  private static Failure malformed(Operation operation, String message) {
    return FailureClassifier.malformed(operation, Optional.empty(), message);
  }
}
