package dev.bedrockinventory.infra;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An environment that notes which of its variables were asked for. */
final class NotingEnvironment extends AbstractMap<String, String> {
  private final Map<String, String> variables;
  private final Set<String> asked = new TreeSet<>();

  NotingEnvironment(Map<String, String> variables) {
    this.variables = variables;
  }

  Set<String> asked() {
    return asked;
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    asked.add(String.valueOf(key));
    return variables.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    asked.add(String.valueOf(key));
    return variables.containsKey(key);
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return variables.entrySet();
  }
}
