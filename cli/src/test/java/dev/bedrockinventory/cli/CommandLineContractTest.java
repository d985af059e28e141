package dev.bedrockinventory.cli;

import java.io.IOException;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Commands, options and arguments, which scripts depend on. */
final class CommandLineContractTest {
  @Test
  void everyCommandKeepsItsOptionsAndArguments() throws IOException {
    GoldenFile.assertUnchanged("command-line.txt", lines(CommandLines.of(Run.context())));
  }

  private static SortedSet<String> lines(CommandLine command) {
    var lines = new TreeSet<String>();
    var spec = command.getCommandSpec();
    lines.add(spec.qualifiedName());
    for (var option : spec.options()) {
      lines.add(line(spec.qualifiedName(), String.join(" ", option.names()), option));
    }
    for (var argument : spec.positionalParameters()) {
      lines.add(line(spec.qualifiedName(), "argument " + argument.index(), argument));
    }
    command.getSubcommands().values().stream()
        .map(CommandLineContractTest::lines)
        .forEach(lines::addAll);
    return lines;
  }

  private static String line(String command, String names, ArgSpec argument) {
    return "%s %s%s%s%s%s"
        .formatted(
            command,
            names,
            argument.arity().max() == 0 ? "" : " " + argument.paramLabel(),
            argument.required() ? " required" : "",
            argument.isMultiValue() ? " repeatable" : "",
            values(argument));
  }

  private static String values(ArgSpec argument) {
    var candidates = argument.completionCandidates();
    if (candidates == null) {
      return "";
    }
    Collection<String> values =
        StreamSupport.stream(candidates.spliterator(), false).sorted().toList();
    return " " + values;
  }
}
