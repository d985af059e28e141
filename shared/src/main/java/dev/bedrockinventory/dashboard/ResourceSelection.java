package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.query.Resource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Selects resources by a tag key, by having tags or not, and by a text in any case. */
final class ResourceSelection {
  private final Optional<String> tag;
  private final Optional<String> tagged;
  private final Optional<String> text;

  ResourceSelection(Parameters parameters) {
    tag = parameters.find(ViewParameter.TAG);
    tagged = parameters.find(ViewParameter.TAGGED);
    text = parameters.find(ViewParameter.TEXT).map(ResourceSelection::lower);
  }

  boolean admits(Resource resource) {
    return admitsTags(resource)
        && (text.isEmpty() || texts(resource).anyMatch(one -> lower(one).contains(text.get())));
  }

  private boolean admitsTags(Resource resource) {
    if (tag.isEmpty() && tagged.isEmpty()) {
      return true;
    }
    var tags = resource.head().document().tags();
    var isTagged = tag.map(tags::has).orElseGet(() -> !tags.isEmpty());
    return tagged.filter("no"::equals).isPresent()
        ? !isTagged && !resource.scope().kind().isSystemDefined()
        : isTagged;
  }

  /** The name, the ARN, the tags, and the ARNs of the models that a profile reaches. */
  private static Stream<String> texts(Resource resource) {
    var document = resource.head().document();
    return Stream.of(
            Stream.of(resource.head().arn().text()),
            document.name(resource.scope().kind()).stream(),
            document.tags().properties().stream()
                .map(tag -> tag.getKey() + ": " + tag.getValue().asText()),
            document
                .tree()
                .path("models")
                .valueStream()
                .map(model -> model.path("modelArn").asText()))
        .flatMap(texts -> texts);
  }

  private static String lower(String one) {
    return one.toLowerCase(Locale.ROOT);
  }
}
