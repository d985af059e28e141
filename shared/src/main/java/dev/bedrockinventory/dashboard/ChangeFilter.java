package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.FieldSentence;
import dev.bedrockinventory.query.ResourceNames;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Selects changes by tag key, text and person, the cheapest condition first: the name of a resource
 * is read only if nothing else contains the text, the callers only of what matches until then.
 */
final class ChangeFilter {
  private final ResourceNames names;
  private final UnaryOperator<Change> attribution;
  private final Optional<String> tagPath;
  private final Optional<String> text;
  private final Optional<String> person;

  ChangeFilter(Parameters parameters, ResourceNames names, UnaryOperator<Change> attribution) {
    this.names = names;
    this.attribution = attribution;
    this.tagPath =
        parameters
            .find(ViewParameter.TAG)
            .map(key -> "/tags/" + key.replace("~", "~0").replace("/", "~1"));
    this.text = parameters.find(ViewParameter.TEXT).map(ChangeFilter::lower);
    this.person = parameters.find(ViewParameter.PERSON).map(ChangeFilter::lower);
  }

  /** Whether it needs more than the change itself. */
  boolean needsReads() {
    return text.isPresent() || person.isPresent();
  }

  /** Whether the tag is one of those that changed. Reads nothing. */
  boolean hasTag(Change change) {
    return tagPath.isEmpty()
        || change.fields().stream().map(FieldChange::path).anyMatch(tagPath.get()::equals);
  }

  /** Whether text and person match. */
  boolean matches(Change change) {
    return text.filter(wanted -> !hasText(change, wanted)).isEmpty()
        && person.filter(wanted -> !isBy(change, wanted)).isEmpty();
  }

  private boolean hasText(Change change, String wanted) {
    return change.fields().stream().anyMatch(field -> hasText(field, wanted))
        || lower(change.arn().text()).contains(wanted)
        || lower(names.name(change.arn())).contains(wanted);
  }

  private static boolean hasText(FieldChange field, String wanted) {
    return lower(FieldSentence.of(field).toString()).contains(wanted)
        || lower(field.path()).contains(wanted);
  }

  private boolean isBy(Change change, String wanted) {
    return attribution.apply(change).events().who().stream()
        .map(Evidence::actor)
        .flatMap(ChangeFilter::names)
        .anyMatch(name -> lower(name).contains(wanted));
  }

  private static Stream<String> names(Actor actor) {
    var session = actor.session();
    return Stream.of(
            Optional.of(actor.arn()),
            session.sourceIdentity(),
            session.onBehalfOf().map(Actor.Person::userId))
        .flatMap(Optional::stream);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
