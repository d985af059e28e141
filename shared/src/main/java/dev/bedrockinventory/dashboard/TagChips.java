package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.query.Excerpt;
import dev.bedrockinventory.query.Resource;
import java.util.List;

/**
 * The tags of a resource in one cell.
 *
 * @param texts the first tags
 * @param more how many tags are left out
 * @param isUntagged whether the resource could have tags and has none
 */
public record TagChips(List<String> texts, int more, boolean isUntagged) {
  private static final int MOST = 8;
  private static final int MOST_TEXT = 60;

  /** Copies the list. */
  public TagChips {
    texts = List.copyOf(texts);
  }

  static TagChips of(Resource resource) {
    var tags = resource.head().document().tags();
    return new TagChips(
        tags.properties().stream()
            .limit(MOST)
            .map(tag -> tag.getKey() + ": " + tag.getValue().asText())
            .map(text -> Excerpt.of(text, MOST_TEXT))
            .toList(),
        Math.max(0, tags.size() - MOST),
        tags.isEmpty() && !resource.scope().kind().isSystemDefined());
  }
}
