package dev.bedrockinventory.infra;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An environment that records which variables are read. */
final class RecordingEnvironment extends AbstractMap<String, String> {
  private final Map<String, String> variables;
  private final Set<String> read = new TreeSet<>();

  RecordingEnvironment(Map<String, String> variables) {
    this.variables = variables;
  }

  Set<String> read() {
    return read;
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    read.add(String.valueOf(key));
    return variables.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    read.add(String.valueOf(key));
    return variables.containsKey(key);
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return variables.entrySet();
  }
}
