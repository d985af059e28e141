package dev.bedrockinventory.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A checkout with the real launcher, a Maven that only notes that it built, and JDKs whose java
 * prints where it runs and its arguments. Its PATH has no java but what a test adds.
 */
record FakeCheckout(Path root) {

  private static final List<String> MODULES =
      List.of("simulator", "shared", "functions", "cli", "infra");
  private static final List<String> TOOLS =
      Stream.of("cat cp date find grep head ln mkdir mv nice readlink rm rmdir sleep tail")
          .flatMap(names -> Stream.of(names.split(" ")))
          .toList();

  static FakeCheckout in(Path folder) {
    var checkout = new FakeCheckout(folder.resolve("a checkout"));
    checkout.fill();
    return checkout;
  }

  private void fill() {
    try {
      for (var module : MODULES) {
        Files.createDirectories(root.resolve(module + "/src/main"));
        Files.createFile(root.resolve(module + "/pom.xml"));
      }
      Files.createDirectory(root.resolve(".mvn"));
      Files.createFile(root.resolve("pom.xml"));
      Files.copy(
          Path.of(System.getProperty("basedir", "."), "..", "inventory"),
          launcher(),
          StandardCopyOption.COPY_ATTRIBUTES);
      script(
          "mvnw",
          """
          echo built >> builds
          while [ -e hold ]; do sleep 0.1; done
          if [ -e broken ]; then echo '[ERROR] Strange.java: no such symbol'; exit 1; fi
          for module in simulator shared functions cli infra; do
            mkdir -p $module/target/fast
            echo jar > $module/target/fast/bedrock-inventory-$module.jar
          done
          touch() { echo jar > "$1"; }
          touch "$PWD/shared.library"; touch "$PWD/cli.library"; touch "$PWD/engine.library"
          printf '%s' "$PWD/shared.library" > shared/target/fast/classpath
          printf '%s' "$PWD/cli.library" > cli/target/fast/classpath-cli
          printf '%s' "$PWD/shared.library:$PWD/engine.library" > cli/target/fast/classpath
          """);
      jdk("25.0.3");
      Files.createDirectories(outside());
      Files.createDirectory(tools());
      for (var tool : TOOLS) {
        script("../tools/" + tool, "exec " + installed(tool) + " \"$@\"");
      }
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** A JDK among those that the launcher searches. */
  Path jdk(String version) throws IOException {
    var jdk = "jdks/jdk-" + version;
    Files.createDirectories(root.resolve(jdk + "/bin"));
    Files.writeString(
        root.resolve(jdk + "/release"),
        "IMPLEMENTOR=\"Anyone\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Any\"\n");
    script(jdk + "/bin/javac", "exit 1");
    script(
        jdk + "/bin/java",
        """
        for argument; do
          case $argument in
            -XX:AOTCacheOutput=*)
              while [ -e "%1$s/hold" ]; do sleep 0.1; done
              echo cache > "${argument#*=}" ;;
          esac
        done
        echo %2$s; pwd; printf '%%s\\n' "$@"
        exit "${FAKE_EXIT:-0}"
        """
            .formatted(root, version));
    return root.resolve(jdk);
  }

  Path launcher() {
    return root.resolve("inventory");
  }

  Path state() {
    return root.resolve("cli/target/launcher");
  }

  Path outside() {
    return root.resolveSibling("outside");
  }

  Path tools() {
    return root.resolveSibling("tools");
  }

  int builds() throws IOException {
    var notes = root.resolve("builds");
    return Files.exists(notes) ? Files.readAllLines(notes).size() : 0;
  }

  /** Makes the build older than the sources. */
  void ageTheBuild() throws IOException {
    var current = state().resolve("current");
    var then = Files.getLastModifiedTime(current).toInstant().minus(Duration.ofHours(1));
    Files.setLastModifiedTime(current, FileTime.from(then));
  }

  /** What a run printed, line by line, and its exit code. */
  record Ended(int exitCode, List<String> stdout, List<String> stderr) {}

  Ended run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return end(start(launcher(), environment, arguments));
  }

  Process start(Path command, Map<String, String> environment, String... arguments)
      throws IOException {
    var line = Stream.concat(Stream.of(command.toString()), Stream.of(arguments)).toList();
    var builder = new ProcessBuilder(line).directory(outside().toFile());
    var variables = new HashMap<String, String>();
    variables.put("PATH", tools().toString());
    variables.put("HOME", outside().toString());
    variables.put("INVENTORY_JDKS", root.resolve("jdks").toString());
    variables.put("INVENTORY_NO_AOT", "1");
    variables.putAll(environment);
    variables.values().removeIf(String::isEmpty);
    builder.environment().clear();
    builder.environment().putAll(variables);
    return builder.start();
  }

  static Ended end(Process process) throws InterruptedException {
    var stdout = process.inputReader().lines().toList();
    var stderr = process.errorReader().lines().toList();
    return new Ended(process.waitFor(), stdout, stderr);
  }

  /** Reads what the launcher says until it says this. */
  static void awaitWord(BufferedReader stderr, String word) throws IOException {
    for (var line = stderr.readLine(); line != null; line = stderr.readLine()) {
      if (line.contains(word)) {
        return;
      }
    }
    throw new AssertionError("the launcher ended without saying: " + word);
  }

  private void script(String name, String body) throws IOException {
    var file = Files.writeString(root.resolve(name), "#!/bin/sh\n" + body);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " executable");
    }
  }

  private static Path installed(String tool) {
    return Stream.of("/bin", "/usr/bin", "/usr/local/bin")
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("the launcher needs " + tool));
  }
}
