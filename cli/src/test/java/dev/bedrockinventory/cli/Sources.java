package dev.bedrockinventory.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The files of this checkout that are sources or documents, by path. */
final class Sources {
  private static final List<String> MODULES =
      List.of("simulator", "shared", "functions", "cli", "infra");
  private static final Path CHECKOUT = Path.of(System.getProperty("basedir", "."), "..");

  private Sources() {}

  /** The Java sources of all modules in a folder such as {@code src/main/java}. */
  static SortedMap<String, String> java(String folder) {
    var texts = new TreeMap<String, String>();
    for (var module : MODULES) {
      texts.putAll(files(module + "/" + folder, 99, name -> name.endsWith(".java")));
    }
    return texts;
  }

  /** The Markdown documents and the launcher. */
  static SortedMap<String, String> documents() {
    var texts = files("", 1, name -> name.endsWith(".md") || name.equals("inventory"));
    texts.putAll(files("docs", 99, name -> name.endsWith(".md")));
    return texts;
  }

  private static SortedMap<String, String> files(
      String folder, int depth, Predicate<String> accepted) {
    var texts = new TreeMap<String, String>();
    var root = CHECKOUT.resolve(folder);
    try (var files = Files.walk(root, depth)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (accepted.test(file.getFileName().toString())) {
          texts.put(CHECKOUT.relativize(file).toString(), Files.readString(file));
        }
      }
    } catch (IOException error) {
      throw new AssertionError("cannot read the files in " + root, error);
    }
    return texts;
  }
}
