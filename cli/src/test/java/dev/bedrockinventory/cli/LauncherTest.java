package dev.bedrockinventory.cli;

import static dev.bedrockinventory.cli.FakeCheckout.awaitWord;
import static dev.bedrockinventory.cli.FakeCheckout.end;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code inventory}, with a Maven and JDKs that are not real. */
final class LauncherTest {

  private static final Map<String, String> PLAIN = Map.of();

  private Path folder;
  private FakeCheckout checkout;

  @BeforeEach
  void fillTheCheckout(@TempDir Path empty) {
    folder = empty;
    checkout = FakeCheckout.in(folder);
  }

  @Test
  void aCommandRunsInTheCallersDirectoryWithUnmodifiedArguments() throws Exception {
    var ended = checkout.run(PLAIN, "list", "--name", "two words", "*");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.stdout().subList(0, 2))
        .containsExactly("25.0.3", checkout.outside().toRealPath().toString());
    assertThat(ended.stdout())
        .endsWith("dev.bedrockinventory.cli.Main", "list", "--name", "two words", "*");
  }

  @Test
  void aSymbolicLinkToALinkFindsTheCheckout() throws Exception {
    var near = Files.createSymbolicLink(checkout.root().resolve("near"), Path.of("inventory"));
    var far = Files.createSymbolicLink(folder.resolve("far"), near);

    var ended = end(checkout.start(far, PLAIN));

    assertThat(ended.exitCode()).isZero();
    assertThat(checkout.builds()).isOne();
  }

  @Test
  void theExitCodeIsThatOfTheCommand() throws Exception {
    assertThat(checkout.run(Map.of("FAKE_EXIT", "4"), "verify").exitCode()).isEqualTo(4);
  }

  @Test
  void anOlderJavaFirstOnThePathIsSkipped() throws Exception {
    var older = checkout.jdk("17.0.15");
    var path = older.resolve("bin") + ":" + checkout.tools();

    var ended = checkout.run(Map.of("PATH", path, "JAVA_HOME", older.toString()));

    assertThat(ended.stdout().getFirst()).isEqualTo("25.0.3");
  }

  @Test
  void javaHomeComesBeforeAnyOther() throws Exception {
    var chosen = checkout.jdk("25.0.9");

    var ended = checkout.run(Map.of("JAVA_HOME", chosen.toString()));

    assertThat(ended.stdout().getFirst()).isEqualTo("25.0.9");
  }

  @Test
  void aLinkOnThePathLeadsToItsJdk() throws Exception {
    var chosen = checkout.jdk("25.0.9");
    Files.createSymbolicLink(
        checkout.tools().resolve("javac"), chosen.resolve("bin").resolve("javac"));

    assertThat(checkout.run(PLAIN).stdout().getFirst()).isEqualTo("25.0.9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17.0.15", "2.5", "250", "24.0.25"})
  void withoutJdk25OneLineReportsWhatToInstall(String version) throws Exception {
    var other = checkout.jdk(version);

    var ended = checkout.run(Map.of("INVENTORY_JDKS", folder.toString(), "JAVA_HOME", other + ""));

    assertThat(ended.exitCode()).isOne();
    assertThat(ended.stdout()).isEmpty();
    assertThat(ended.stderr()).singleElement().asString().contains("JDK 25", "install");
    assertThat(checkout.builds()).isZero();
  }

  @Test
  void theBuildRunsOnceAndIsReportedOnStderrOnly() throws Exception {
    var first = checkout.run(PLAIN);
    var second = checkout.run(PLAIN);

    assertThat(first.stderr()).singleElement().asString().contains("building");
    assertThat(second.stderr()).isEmpty();
    assertThat(second.stdout()).isEqualTo(first.stdout());
    assertThat(checkout.builds()).isOne();
  }

  @Test
  void newerSourcesAreBuilt() throws Exception {
    checkout.run(PLAIN);
    checkout.ageTheBuild();

    checkout.run(PLAIN);

    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void aMissingLibraryIsRestoredByABuild() throws Exception {
    checkout.run(PLAIN);
    Files.delete(checkout.root().resolve("engine.library"));

    checkout.run(PLAIN);

    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void aSecondRunWaitsForTheBuildAndUsesIt() throws Exception {
    var hold = Files.createFile(checkout.root().resolve("hold"));
    var first = checkout.start(checkout.launcher(), PLAIN);
    awaitWord(first.errorReader(), "building");
    var second = checkout.start(checkout.launcher(), PLAIN);
    awaitWord(second.errorReader(), "waiting for the build of process " + first.pid());

    Files.delete(hold);

    assertThat(end(first).exitCode()).isZero();
    assertThat(end(second).exitCode()).isZero();
    assertThat(checkout.builds()).isOne();
  }

  @Test
  void theLockOfADeadProcessIsReleased() throws Exception {
    var dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createDirectories(checkout.state());
    Files.createSymbolicLink(checkout.state().resolve("lock"), Path.of(dead.pid() + ""));

    assertThat(checkout.run(PLAIN).exitCode()).isZero();
    assertThat(leftOver()).containsExactly("build.log", "current");
  }

  @Test
  void anInterruptedBuildLeavesNothingThatARunWouldUse() throws Exception {
    var hold = Files.createFile(checkout.root().resolve("hold"));
    var interrupted = checkout.start(checkout.launcher(), PLAIN);
    awaitWord(interrupted.errorReader(), "building");

    interrupted.toHandle().destroy();

    assertThat(end(interrupted).exitCode()).isEqualTo(143);
    Files.delete(hold);
    assertThat(Files.exists(checkout.state().resolve("current"))).isFalse();
    assertThat(checkout.run(PLAIN).exitCode()).isZero();
    assertThat(leftOver()).containsExactly("build.log", "current");
  }

  @Test
  void aFailedBuildShowsTheEndOfItsLogAndWhereItIs() throws Exception {
    var broken = Files.createFile(checkout.root().resolve("broken"));

    var ended = checkout.run(PLAIN, "list");

    assertThat(ended.exitCode()).isOne();
    assertThat(ended.stdout()).isEmpty();
    assertThat(ended.stderr())
        .contains("[ERROR] Strange.java: no such symbol")
        .anyMatch(line -> line.contains(checkout.state().resolve("build.log").toString()));
    Files.delete(broken);
    assertThat(checkout.run(PLAIN, "list").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo --once", "--debug local", "demo --data F", "local --data D"})
  void commandsThatNeedDynamoDbLocalHaveItOnTheirClassPath(String arguments) throws Exception {
    assertThat(classPath(arguments)).contains("engine.library", "functions.jar", "simulator.jar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "list --table demo", "sweep --table local", "show demo", "list --data F"})
  void otherCommandsHaveAShortClassPath(String arguments) throws Exception {
    assertThat(classPath(arguments))
        .contains("cli.jar", "shared.jar", "shared.library", "cli.library")
        .doesNotContain("engine.library", "functions.jar", "simulator.jar");
  }

  @Test
  void theCacheIsCreatedAfterTheFirstRunWithoutDelayingIt() throws Exception {
    checkout.run(PLAIN);
    var build =
        checkout.state().resolve(Files.readString(checkout.state().resolve("current")).trim());
    var hold = Files.createFile(checkout.root().resolve("hold"));

    try (var watch = FileSystems.getDefault().newWatchService()) {
      build.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      var first = checkout.run(Map.of("INVENTORY_NO_AOT", ""), "list");
      Files.delete(hold);
      while (!Files.exists(build.resolve("25.0.3.aot"))) {
        watch.take().reset();
      }

      assertThat(first.stdout()).noneMatch(line -> line.contains("-XX:AOTCache"));
    }
    assertThat(checkout.run(Map.of("INVENTORY_NO_AOT", ""), "list").stdout())
        .contains("-XX:AOTCache=" + build.resolve("25.0.3.aot"));
  }

  @Test
  void continuousIntegrationCreatesNoCache() throws Exception {
    checkout.run(Map.of("INVENTORY_NO_AOT", "", "CI", "true"), "list");

    var build =
        checkout.state().resolve(Files.readString(checkout.state().resolve("current")).trim());
    try (var files = Files.list(build)) {
      assertThat(files).noneMatch(file -> file.toString().contains(".aot"));
    }
  }

  private String classPath(String arguments) throws Exception {
    var words = arguments.isEmpty() ? new String[0] : arguments.split(" ");
    var stdout = checkout.run(PLAIN, words).stdout();
    return stdout.get(stdout.indexOf("--class-path") + 1);
  }

  private List<String> leftOver() throws IOException {
    try (var files = Files.list(checkout.state())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("build-"))
          .sorted()
          .toList();
    }
  }
}
