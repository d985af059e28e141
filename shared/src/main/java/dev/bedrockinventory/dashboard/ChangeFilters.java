package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.Excerpt;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The filters of the changes: a form and, for each filter in use, an action that removes it.
 *
 * @param selects the fields with a choice, by their parameter
 * @param texts the fields with a text, by their parameter
 * @param apply sends the form
 * @param removals removes one filter each
 * @param clear removes all filters
 */
public record ChangeFilters(
    List<Select> selects, List<Text> texts, Action apply, List<Action> removals, Action clear) {
  private static final int MAX_CHOICES = 200;

  /** The parameters that filter changes. */
  static final List<ViewParameter> FILTERS =
      List.of(
          ViewParameter.DAY,
          ViewParameter.ACCOUNT,
          ViewParameter.REGION,
          ViewParameter.KIND,
          ViewParameter.CHANGE,
          ViewParameter.PERSON,
          ViewParameter.TAG,
          ViewParameter.TEXT);

  private static final Map<ViewParameter, String> LABELS =
      Map.of(
          ViewParameter.DAY, "Day",
          ViewParameter.ACCOUNT, "Account",
          ViewParameter.REGION, "Region",
          ViewParameter.KIND, "Kind",
          ViewParameter.CHANGE, "Change",
          ViewParameter.PERSON, "Person",
          ViewParameter.TAG, "Tag key",
          ViewParameter.TEXT, "Text");

  /** Copies the lists. */
  public ChangeFilters {
    selects = List.copyOf(selects);
    texts = List.copyOf(texts);
    removals = List.copyOf(removals);
  }

  /**
   * A field with a choice.
   *
   * @param label its label
   * @param name the key of its parameter
   * @param choices the options
   */
  public record Select(String label, String name, List<Choice> choices) {
    /** Copies the list. */
    public Select {
      choices = List.copyOf(choices);
    }
  }

  /**
   * A field with a text.
   *
   * @param label its label
   * @param name the key of its parameter
   * @param value its value
   * @param maxLength the most characters
   */
  public record Text(String label, String name, String value, int maxLength) {}

  static ChangeFilters of(DashboardRequest request, List<Scope> scopes) {
    var parameters = request.parameters();
    var none = Parameters.of(View.CHANGES);
    var all = filters(parameters);
    return new ChangeFilters(
        List.of(
            select(ViewParameter.ACCOUNT, parameters, values(scopes, Scope::account)),
            select(ViewParameter.REGION, parameters, values(scopes, Scope::region)),
            select(
                ViewParameter.KIND,
                parameters,
                Arrays.stream(Kind.values()).map(Kind::label).toList()),
            select(ViewParameter.CHANGE, parameters, changes())),
        Stream.of(ViewParameter.PERSON, ViewParameter.TAG, ViewParameter.TEXT)
            .map(one ->
                new Text(
                    label(one),
                    one.key(),
                    parameters.text(one),
                    one == ViewParameter.TAG ? ViewParameter.MAX_TAG_KEY : ViewParameter.MAX_TEXT))
            .toList(),
        request.applying("Apply", none.with(ViewParameter.DAY, parameters.text(ViewParameter.DAY))),
        FILTERS.stream()
            .filter(one -> parameters.find(one).isPresent())
            .map(one -> request.action(chip(one, parameters), all.with(one, "")))
            .toList(),
        request.action("Remove all filters", none));
  }

  /** The view with these filters and nothing else. */
  static Parameters filters(Parameters parameters) {
    var kept = Parameters.of(View.CHANGES);
    for (var one : FILTERS) {
      kept = kept.with(one, parameters.text(one));
    }
    return kept;
  }

  private static Select select(
      ViewParameter parameter, Parameters parameters, Collection<String> values) {
    var chosen = parameters.text(parameter);
    var offered =
        values.contains(chosen) || chosen.isEmpty()
            ? values
            : Stream.concat(Stream.of(chosen), values.stream()).toList();
    return new Select(label(parameter), parameter.key(), Choice.optional(offered, chosen));
  }

  private static Collection<String> values(List<Scope> scopes, Function<Scope, String> part) {
    var sorted = new TreeSet<>(scopes.stream().map(part).toList());
    return sorted.stream().limit(MAX_CHOICES).toList();
  }

  /** A BASELINE is not a change. */
  private static List<String> changes() {
    return Stream.of(ChangeKind.CREATED, ChangeKind.UPDATED, ChangeKind.DELETED)
        .map(Enum::name)
        .toList();
  }

  private static String chip(ViewParameter parameter, Parameters parameters) {
    return "%s: %s ✕".formatted(label(parameter), Excerpt.of(parameters.text(parameter)));
  }

  private static String label(ViewParameter parameter) {
    return LABELS.getOrDefault(parameter, parameter.key());
  }
}
