package dev.bedrockinventory.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of families is that of docs/cost.md, and contains only what is certain. */
final class FamilyTableTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(?<architecture>\\w+)` \\| (?<family>[\\w-]+) \\|$");

  @Test
  void theDocumentHasEveryArchitectureWithItsFamily() throws IOException {
    var rows = ROW.matcher(Files.readString(Path.of("../docs/cost.md"))).results().toList();

    assertThat(rows).hasSize(FamilyTable.BY_ARCHITECTURE.size());
    assertThat(rows)
        .allSatisfy(row ->
            assertThat(FamilyTable.find(row.group("architecture"))).hasValue(row.group("family")));
  }

  @Test
  void anArchitectureHasTheNameOfItsFamily() {
    FamilyTable.BY_ARCHITECTURE.forEach((architecture, family) -> {
      var name = family.equals("OSS") ? "GptOss" : family.replace('-', '_');

      assertThat(architecture).startsWithIgnoringCase(name + "For");
    });
  }
}
