package dev.bedrockinventory.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An update replaces the content of the price file and nothing else of it. */
final class PriceFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw-------"})
  void theFileHasThePermissionsOfBefore(String permissions) throws IOException {
    var file = Files.createFile(folder.resolve("prices.json"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    PriceFile.replace(file, ExamplePrices.PRICES);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(permissions);
    assertThat(PriceFile.read(file)).isEqualTo(ExamplePrices.PRICES);
    assertThat(folder).isDirectoryNotContaining("glob:**~");
  }

  @Test
  void aNewFileHasTheUsualPermissions() throws IOException {
    var file = folder.resolve("prices.json");
    var usual = Files.createFile(folder.resolve("usual"));

    PriceFile.replace(file, ExamplePrices.PRICES);

    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @Test
  void aSymbolicLinkStaysAndItsTargetIsReplaced() throws IOException {
    var target = Files.createFile(Files.createDirectory(folder.resolve("real")).resolve("p.json"));
    var link = Files.createSymbolicLink(folder.resolve("prices.json"), target);

    PriceFile.replace(link, ExamplePrices.PRICES);

    assertThat(link).isSymbolicLink();
    assertThat(PriceFile.read(target)).isEqualTo(ExamplePrices.PRICES);
  }

  /** The name is one of the default excludes of Maven's resources. */
  @Test
  void aTemporaryFileIsBesideTheTargetAndIsNotPackaged() {
    var temporary = PriceFile.temporary(folder.resolve("prices.json"));

    assertThat(temporary.getParent()).isEqualTo(folder);
    assertThat(FileSystems.getDefault().getPathMatcher("glob:**/*~").matches(temporary)).isTrue();
  }
}
