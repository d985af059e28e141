package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build says of the Node.js that it finds, here of made-up ones. */
final class NodeTest {
  @TempDir private Path path;

  @ParameterizedTest
  @ValueSource(strings = {"v18.20.8", "v9.0.0", "no version", ""})
  void anOldOneEndsTheBuildWithOneLine(String version) throws Exception {
    install(version);

    var check = check();

    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.said())
        .startsWith(
            "inventory: the CDK needs Node.js 20 or later, better 22, and node on the path is ")
        .contains(version)
        .endsWith("; install one, see README.md\n")
        .containsOnlyOnce("\n");
  }

  @Test
  void aMissingOneEndsTheBuildWithOneLine() throws Exception {
    assertThat(check())
        .isEqualTo(
            new JavaRun(
                1,
                "inventory: the CDK needs Node.js 20 or later, better 22, and node on the path is"
                    + " missing; install one, see README.md\n"));
  }

  @Test
  void oneWhoseSupportHasEndedIsNoticed() throws Exception {
    install("v20.20.2");

    assertThat(check())
        .isEqualTo(
            new JavaRun(
                0,
                "inventory: Node.js v20.20.2 works, but its support has ended;"
                    + " take 22 or later\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v22.0.0", "v24.11.1", "v26.3.0"})
  void aSupportedOneIsNotSpokenOf(String version) throws Exception {
    install(version);

    assertThat(check()).isEqualTo(new JavaRun(0, ""));
  }

  private void install(String version) throws IOException {
    var node = path.resolve("node");
    Files.writeString(node, "#!/bin/sh\necho '%s'\n".formatted(version));
    Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private JavaRun check() throws IOException, InterruptedException {
    return JavaRun.of(path, Synthesized.CONTEXT.resolveSibling(".mvn/node/Node.java"));
  }
}
