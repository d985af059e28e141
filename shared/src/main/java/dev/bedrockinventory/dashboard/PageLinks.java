package dev.bedrockinventory.dashboard;

import java.util.Optional;

/**
 * The links between the pages of a list.
 *
 * @param first shows the first page; absent on it
 * @param next shows the next page; absent on the last
 */
public record PageLinks(Optional<Action> first, Optional<Action> next) {
  /** The links of a page. {@code last} is the position of its last row if more rows follow. */
  static PageLinks of(DashboardRequest request, Optional<String> last) {
    var parameters = request.parameters();
    return new PageLinks(
        parameters
            .find(ViewParameter.AFTER)
            .map(_ -> request.action("First page", parameters.with(ViewParameter.AFTER, ""))),
        last.map(position -> request.continuing("Next", parameters, position)));
  }
}
