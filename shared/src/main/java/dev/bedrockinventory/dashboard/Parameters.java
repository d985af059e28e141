package dev.bedrockinventory.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.query.Filter;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The validated parameters of a request.
 *
 * @param values the values; none is empty
 */
public record Parameters(Map<ViewParameter, String> values) {
  /** Validates and copies the values. */
  public Parameters {
    var copy = new EnumMap<ViewParameter, String>(ViewParameter.class);
    values.forEach((parameter, value) -> {
      if (!value.isEmpty()) {
        copy.put(parameter, parameter.valid(value));
      }
    });
    values = Collections.unmodifiableMap(copy);
  }

  /** The parameters of a view without any filter. */
  public static Parameters of(View view) {
    return new Parameters(Map.of(ViewParameter.VIEW, view.key()));
  }

  /** The value, if it is present. */
  public Optional<String> find(ViewParameter parameter) {
    return Optional.ofNullable(values.get(parameter));
  }

  /** The value, empty if it is not present: for forms. */
  public String text(ViewParameter parameter) {
    return find(parameter).orElse("");
  }

  /** The view; by default the overview. */
  public View view() {
    return find(ViewParameter.VIEW).flatMap(View::find).orElse(View.OVERVIEW);
  }

  /** The same view with these parameters and no others. */
  Parameters only(Collection<ViewParameter> names) {
    var kept = Parameters.of(view());
    for (var name : names) {
      kept = kept.with(name, text(name));
    }
    return kept;
  }

  /** Another view of the account, region and kind that these parameters select. */
  Parameters scopesIn(View view) {
    return with(ViewParameter.VIEW, view.key())
        .only(List.of(ViewParameter.ACCOUNT, ViewParameter.REGION, ViewParameter.KIND));
  }

  /** The same with another value; an empty one removes the parameter. */
  public Parameters with(ViewParameter parameter, String value) {
    var copy = new EnumMap<ViewParameter, String>(ViewParameter.class);
    copy.putAll(values);
    copy.put(parameter, value);
    return new Parameters(copy);
  }

  /** The values by their names in events and links. */
  ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    values.forEach((parameter, value) -> json.put(parameter.key(), value));
    return json;
  }

  /** The scopes that account, region and kind select. */
  Filter scopes() {
    return new Filter(
        find(ViewParameter.KIND).flatMap(Kind::find).map(Set::of).orElse(Set.of()),
        find(ViewParameter.ACCOUNT).map(Set::of).orElse(Set.of()),
        find(ViewParameter.REGION).map(Set::of).orElse(Set.of()),
        Set.of(),
        Set.of(),
        Optional.empty());
  }
}
