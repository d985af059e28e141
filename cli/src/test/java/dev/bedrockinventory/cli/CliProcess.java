package dev.bedrockinventory.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Commands in processes of their own, with an environment and a home directory: the SDK reads both
 * from its process.
 *
 * @param home the home directory
 */
record CliProcess(Path home) {
  /** Writes a file under {@code ~/.aws}. */
  void write(String name, String text) {
    try {
      var file = home.resolve(".aws").resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a command to its end. */
  Run run(Map<String, String> environment, String... arguments) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        Stream.concat(
            Stream.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlog4j2.configurationFile=log4j2-cli.xml",
                "-Dslf4j.internal.verbosity=ERROR",
                "--class-path",
                System.getProperty("java.class.path"),
                Main.class.getName()),
            Stream.of(arguments));
    try {
      var out = Files.createTempFile(home, "out", ".txt");
      var err = Files.createTempFile(home, "err", ".txt");
      var builder =
          new ProcessBuilder(command.toList())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().keySet().retainAll(Set.of("PATH"));
      builder.environment().put("HOME", home.toString());
      builder.environment().putAll(environment);
      var exitCode = builder.start().waitFor();
      return new Run(exitCode, Files.readString(out), Files.readString(err));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
