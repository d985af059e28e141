package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.dashboard.FilterForm.Field;
import dev.bedrockinventory.dashboard.FilterForm.Option;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** Builds the filters of a view from the known scopes and the current parameters. */
final class FilterForms {
  /** More options than this are a text field instead. */
  private static final int MOST_OPTIONS = 100;

  private final DashboardRequest request;
  private final Collection<Scope> scopes;

  FilterForms(DashboardRequest request, Collection<Scope> scopes) {
    this.request = request;
    this.scopes = List.copyOf(scopes);
  }

  FilterForm form(Field... fields) {
    var view = request.parameters().view();
    return new FilterForm(List.of(fields), request.applying("Apply", Parameters.of(view)));
  }

  Field account() {
    return choice(ViewParameter.ACCOUNT, "Account", values(Scope::account));
  }

  Field region(String label) {
    return choice(ViewParameter.REGION, label, values(Scope::region));
  }

  Field kind() {
    return choice(
        ViewParameter.KIND, "Kind", Arrays.stream(Kind.values()).map(Kind::label).toList());
  }

  Field text(ViewParameter parameter, String label) {
    return new Field(parameter.key(), label, List.of(), request.parameters().text(parameter));
  }

  /** A choice without the option of all. */
  Field group(Grouping current) {
    return new Field(
        ViewParameter.GROUP.key(),
        "Group by",
        Arrays.stream(Grouping.values())
            .map(one -> new Option(one.key(), one.label(), one == current))
            .toList(),
        current.key());
  }

  private List<String> values(Function<Scope, String> part) {
    return List.copyOf(new TreeSet<>(scopes.stream().map(part).toList()));
  }

  /** The current value is always an option, even if no scope has it, so that it is not lost. */
  private Field choice(ViewParameter parameter, String label, List<String> values) {
    var current = request.parameters().text(parameter);
    if (values.size() > MOST_OPTIONS) {
      return text(parameter, label);
    }
    var options = new ArrayList<Option>();
    options.add(new Option("", "all", current.isEmpty()));
    if (!current.isEmpty() && !values.contains(current)) {
      options.add(new Option(current, current, true));
    }
    values.forEach(value -> options.add(new Option(value, value, value.equals(current))));
    return new Field(parameter.key(), label, options, current);
  }
}
