package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.dashboard.FilterForm.Field;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.Excerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Builds the filters of a view from the known scopes and the current parameters. */
final class FilterFormBuilder {
  /** More options than this are a text field instead. */
  private static final int MOST_OPTIONS = 100;

  private static final Map<ViewParameter, String> LABELS =
      Map.of(
          ViewParameter.DAY, "Day",
          ViewParameter.ACCOUNT, "Account",
          ViewParameter.REGION, "Region",
          ViewParameter.KIND, "Kind",
          ViewParameter.CHANGE, "Change",
          ViewParameter.PERSON, "Person",
          ViewParameter.TAG, "Tag key",
          ViewParameter.TAGGED, "Tagged",
          ViewParameter.TEXT, "Text");

  private final DashboardRequest request;
  private final Collection<Scope> scopes;

  FilterFormBuilder(DashboardRequest request, Collection<Scope> scopes) {
    this.request = request;
    this.scopes = List.copyOf(scopes);
  }

  FilterForm form(Field... fields) {
    return removable(List.of(), fields);
  }

  /** The form with an action that removes each of these filters that is in use. */
  FilterForm removable(List<ViewParameter> filters, Field... fields) {
    var parameters = request.parameters();
    var all = parameters.only(filters);
    var withoutField = all;
    for (var field : fields) {
      withoutField = ViewParameter.find(field.name()).map(without(withoutField)).orElseThrow();
    }
    return new FilterForm(
        List.of(fields),
        request.applying("Apply", withoutField),
        filters.stream()
            .filter(one -> parameters.find(one).isPresent())
            .map(one -> request.action(chip(one, parameters), all.with(one, "")))
            .toList(),
        request.action("Remove all filters", Parameters.of(parameters.view())));
  }

  Field account() {
    return choice(ViewParameter.ACCOUNT, values(Scope::account));
  }

  Field region(String label) {
    return choice(ViewParameter.REGION, label, values(Scope::region));
  }

  Field region() {
    return choice(ViewParameter.REGION, values(Scope::region));
  }

  Field kind() {
    return choice(ViewParameter.KIND, Arrays.stream(Kind.values()).map(Kind::label).toList());
  }

  Field text(ViewParameter parameter) {
    return text(parameter, label(parameter));
  }

  Field text(ViewParameter parameter, String label) {
    var value = request.parameters().text(parameter);
    return new Field(parameter.key(), label, List.of(), value, parameter.maxLength());
  }

  /** A choice without the option of all. */
  Field group(Grouping current) {
    return new Field(
        ViewParameter.GROUP.key(),
        "Group by",
        Arrays.stream(Grouping.values())
            .map(one -> new Choice(one.key(), one.label(), one == current))
            .toList(),
        current.key(),
        ViewParameter.GROUP.maxLength());
  }

  Field choice(ViewParameter parameter, List<String> values) {
    return choice(parameter, label(parameter), values);
  }

  /** The current value is always an option, even if no scope has it, so that it is not lost. */
  private Field choice(ViewParameter parameter, String label, List<String> values) {
    var current = request.parameters().text(parameter);
    if (values.size() > MOST_OPTIONS) {
      return text(parameter, label);
    }
    var offered = new ArrayList<>(values);
    if (!current.isEmpty() && !values.contains(current)) {
      offered.addFirst(current);
    }
    return new Field(
        parameter.key(), label, Choice.optional(offered, current), current, parameter.maxLength());
  }

  private List<String> values(Function<Scope, String> part) {
    return List.copyOf(new TreeSet<>(scopes.stream().map(part).toList()));
  }

  private static Function<ViewParameter, Parameters> without(Parameters parameters) {
    return one -> parameters.with(one, "");
  }

  private static String chip(ViewParameter parameter, Parameters parameters) {
    return "%s: %s ✕".formatted(label(parameter), Excerpt.of(parameters.text(parameter)));
  }

  private static String label(ViewParameter parameter) {
    return LABELS.getOrDefault(parameter, parameter.key());
  }
}
