package dev.bedrockinventory.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A checked-in list of names that others depend on, one a line. A contract may gain a line, which
 * {@code -Dgolden.add} writes to the file; it never loses or renames one.
 */
final class GoldenFile {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "."), "src", "test", "resources");
  private static final boolean ADDS = System.getProperty("golden.add") != null;

  private GoldenFile() {}

  /** Fails if the lines differ from those of the file, in any order. */
  static void assertUnchanged(String name, Collection<String> lines) throws IOException {
    var file = FOLDER.resolve(name);
    var recorded =
        new TreeSet<String>(Files.exists(file) ? Files.readAllLines(file) : new TreeSet<>());
    if (ADDS) {
      recorded.addAll(lines);
      Files.write(file, recorded);
    }
    var lost = minus(recorded, lines);
    var added = minus(lines, recorded);
    if (!lost.isEmpty() || !added.isEmpty()) {
      throw new AssertionError(
          """
          the code and %s differ. A contract may gain a line deliberately; it never loses or \
          renames one.
          Lost; restore them in the code:
          %sAdded; if they are intended, run the test again with -Dgolden.add and commit the file:
          %s\
          """
              .formatted(name, list("  - ", lost), list("  + ", added)));
    }
  }

  private static SortedSet<String> minus(Collection<String> lines, Collection<String> others) {
    var rest = new TreeSet<>(lines);
    rest.removeAll(others);
    return rest;
  }

  private static String list(String mark, Collection<String> lines) {
    return lines.stream().map(line -> mark + line + "\n").collect(Collectors.joining());
  }
}
