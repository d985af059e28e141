package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The lists of libraries that the build makes beside the artifact. */
final class BillOfMaterialsTest {
  @Test
  void theBillOfMaterialsNamesExactlyTheLibrariesOfTheArtifact() throws IOException {
    var named = new TreeSet<String>();
    var bom =
        new ObjectMapper()
            .readTree(Files.readString(Synthesized.ARTIFACT.resolveSibling("bom.json")));
    for (var component : bom.path("components")) {
      assertThat(component.path("licenses")).as(component.toString()).isNotEmpty();
      named.add(
          component.path("group").asText().equals("dev.bedrockinventory")
              ? component.path("name").asText()
              : component.path("name").asText() + "-" + component.path("version").asText());
    }

    assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(named).isEqualTo(libraries());
  }

  @Test
  void theNoticesNameEachLibraryWithItsLicense() throws IOException {
    var notices = Files.readString(Synthesized.ARTIFACT.resolveSibling("THIRD-PARTY.txt"));

    assertThat(
            notices
                .lines()
                .filter(line -> line.matches(" {5}\\((?!.*dev[.]bedrockinventory:).*"))
                .toList())
        .hasSize(
            (int)
                libraries().stream().filter(name -> !name.startsWith("bedrock-inventory")).count())
        .allSatisfy(line -> assertThat(line).doesNotContainIgnoringCase("unknown license"));
  }

  private static Set<String> libraries() throws IOException {
    var libraries = new TreeSet<String>();
    try (var zip = new ZipFile(Synthesized.ARTIFACT.toFile())) {
      zip.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith("lib/"))
          .map(name -> name.replaceFirst("^lib/", "").replaceFirst("\\.jar$", ""))
          .filter(name -> !name.startsWith("bedrock-inventory-functions"))
          .forEach(libraries::add);
    }
    return libraries;
  }
}
