package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.Changes;
import dev.bedrockinventory.query.FieldSentence;
import dev.bedrockinventory.query.PersonFilter;
import dev.bedrockinventory.query.ResourceNameReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Selects changes by tag key, text and person, the cheapest condition first: the name of a resource
 * is read only if nothing else contains the text, the callers only of what matches until then.
 * Names and callers of several changes are read at the same time.
 */
final class ChangeFilter {
  private final ResourceNameReader names;
  private final Changes changes;
  private final Optional<String> tagPath;
  private final Optional<String> text;
  private final Optional<PersonFilter> person;

  ChangeFilter(Parameters parameters, ResourceNameReader names, Changes changes) {
    this.names = names;
    this.changes = changes;
    this.tagPath =
        parameters
            .find(ViewParameter.TAG)
            .map(key -> "/tags/" + key.replace("~", "~0").replace("/", "~1"));
    this.text = parameters.find(ViewParameter.TEXT).map(ChangeFilter::lower);
    this.person = parameters.find(ViewParameter.PERSON).map(PersonFilter::new);
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

  /**
   * The changes that match text and person, in the same order, with their causes.
   *
   * @param most how many are needed: causes decide about a person, others are read for these only
   */
  List<Change> matching(List<Change> found, int most) {
    var containing = text.map(wanted -> containing(found, wanted)).orElse(found);
    return person
        .map(by ->
            changes.attributed(containing).stream()
                .filter(change -> by.matches(change.events().who()))
                .toList())
        .orElseGet(() -> changes.attributed(containing.stream().limit(most).toList()));
  }

  private List<Change> containing(List<Change> changes, String wanted) {
    names.prepare(changes.stream().filter(change -> !hasText(change, wanted)).map(Change::arn));
    return changes.stream()
        .filter(
            change -> hasText(change, wanted) || lower(names.name(change.arn())).contains(wanted))
        .toList();
  }

  private static boolean hasText(Change change, String wanted) {
    return change.fields().stream().anyMatch(field -> hasText(field, wanted))
        || lower(change.arn().text()).contains(wanted);
  }

  private static boolean hasText(FieldChange field, String wanted) {
    return lower(FieldSentence.of(field).toString()).contains(wanted)
        || lower(field.path()).contains(wanted);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
