package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** docs/cli.md names every command and every option that there is, and no others. */
final class CliDocumentTest {
  private static final Pattern OPTION =
      Pattern.compile("^\\| (?:`-[a-z]`, )?`(--[a-z-]+)[^|]*\\|.*");
  private static final String SHARED = "Where the ledger is";
  private static final Set<String> OF_EVERY_COMMAND = Set.of("--help", "--debug", "--version");

  @Test
  void everyCommandHasItsSection() throws IOException {
    var sections = new TreeSet<>(sections().keySet());
    sections.remove(SHARED);

    assertThat(sections).isEqualTo(new TreeSet<>(commands().keySet()));
  }

  @Test
  void everyOptionIsInTheSectionOfItsCommandOrInTheSharedSection() throws IOException {
    var sections = sections();
    var shared = options(sections, SHARED);

    commands()
        .forEach((name, command) -> {
          var documented = options(sections, name);
          var unshared = options(command);
          unshared.removeAll(shared);
          unshared.removeAll(documented);

          assertThat(unshared).as("options of %s that are not documented", name).isEmpty();
          assertThat(options(command)).as("options of %s", name).containsAll(documented);
        });
  }

  @Test
  void theSharedOptionsAreThoseOfEveryLedgerCommand() throws IOException {
    var shared = options(sections(), SHARED);

    for (var name :
        Set.of(
            "sweep",
            "list",
            "show",
            "history",
            "changes",
            "coverage",
            "cost",
            "verify",
            "redrive")) {
      assertThat(options(commands().getOrDefault(name, new CommandLine(new InventoryCommand()))))
          .as(name)
          .containsAll(shared);
    }
  }

  private static Set<String> options(Map<String, String> sections, String name) {
    var options = new TreeSet<String>();
    sections
        .getOrDefault(name, "")
        .lines()
        .forEach(line -> {
          var option = OPTION.matcher(line);
          if (option.matches()) {
            options.add(option.group(1));
          }
        });
    return options;
  }

  private static Set<String> options(CommandLine command) {
    var options = new TreeSet<String>();
    command.getCommandSpec().options().forEach(option -> options.add(option.longestName()));
    options.removeAll(OF_EVERY_COMMAND);
    return options;
  }

  private static Map<String, CommandLine> commands() {
    return CommandLines.of(Run.context()).getSubcommands();
  }

  private static Map<String, String> sections() throws IOException {
    var sections = new TreeMap<String, String>();
    for (var section : Files.readString(Path.of("../docs/cli.md")).split("\n## ", -1)) {
      if (!section.startsWith("# ")) {
        var title = section.lines().findFirst().orElse("");
        sections.put(title, section);
      }
    }
    return sections;
  }
}
