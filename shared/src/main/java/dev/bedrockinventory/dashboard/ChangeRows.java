package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.Excerpt;
import dev.bedrockinventory.query.FieldSentence;
import dev.bedrockinventory.query.ResourceNameReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns changes into rows. Reads the name of each resource once. */
final class ChangeRows {
  private static final int MAX_FIELDS = 8;

  private final ResourceNameReader names;
  private final DashboardRequest request;

  ChangeRows(ResourceNameReader names, DashboardRequest request) {
    this.names = names;
    this.request = request;
  }

  ChangeRow row(Change change) {
    return new ChangeRow(
        change.change(),
        change.observedAt(),
        resource(change.arn()),
        change.arn().scope().map(ChangeRows::place).orElse(""),
        sentences(change.fields()),
        people(change.events().who()));
  }

  /** Shows a resource. */
  Action resource(Arn arn) {
    return request.action(
        Excerpt.of(names.name(arn)),
        Parameters.of(View.RESOURCE).with(ViewParameter.RESOURCE, arn.text()));
  }

  /** The first changes of a revision in words, each value an excerpt. */
  static List<FieldSentence> sentences(List<FieldChange> fields) {
    var first = fields.stream().limit(MAX_FIELDS).map(FieldSentence::of).map(Excerpt::of);
    return fields.size() <= MAX_FIELDS
        ? first.toList()
        : Stream.concat(first, Stream.of(more(fields.size() - MAX_FIELDS))).toList();
  }

  private static FieldSentence more(int count) {
    return new FieldSentence(
        "and %d more".formatted(count), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static String place(Scope scope) {
    return "%s · %s · %s".formatted(scope.account(), scope.region(), scope.kind().label());
  }

  /** Each caller once, by the last part of the ARN. */
  static List<String> people(List<Evidence> events) {
    return events.stream().map(event -> person(event.actor().arn())).distinct().toList();
  }

  static String person(String arn) {
    var name = arn.substring(arn.lastIndexOf('/') + 1);
    return name.isEmpty() ? "unknown" : Excerpt.of(name);
  }
}
