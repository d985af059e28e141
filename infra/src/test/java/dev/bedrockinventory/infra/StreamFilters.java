package dev.bedrockinventory.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** The filters of the mapping of the table's stream; a record must match one of them. */
final class StreamFilters {
  private StreamFilters() {}

  static List<EventPattern> of(Template template) {
    var filters = new ArrayList<EventPattern>();
    template
        .properties("AWS::Lambda::EventSourceMapping", "FeedPoller")
        .path("FilterCriteria")
        .path("Filters")
        .forEach(filter -> filters.add(read(filter.path("Pattern").asText())));
    return filters;
  }

  private static EventPattern read(String pattern) {
    try {
      return new EventPattern(new ObjectMapper().readTree(pattern));
    } catch (JsonProcessingException e) {
      throw new AssertionError(pattern, e);
    }
  }
}
