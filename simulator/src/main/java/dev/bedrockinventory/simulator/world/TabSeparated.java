package dev.bedrockinventory.simulator.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table of the jar: one row a line, columns separated by tabs, comments after {@code #}. */
final class TabSeparated {
  private TabSeparated() {}

  /** The rows; each has at least this many columns, the missing ones empty. */
  static List<List<String>> rows(String name, int columns) {
    try (var stream = Objects.requireNonNull(TabSeparated.class.getResourceAsStream(name), name);
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of((line + "\t".repeat(columns)).split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The jar's " + name + " cannot be read; build it again", e);
    }
  }
}
