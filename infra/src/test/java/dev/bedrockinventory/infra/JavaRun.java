package dev.bedrockinventory.infra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of one of the build's own source files, run by this JVM's java.
 *
 * @param exit its exit code
 * @param said what it wrote, on stdout or stderr
 */
record JavaRun(int exit, String said) {
  /** Runs a source file with a {@code PATH} of one folder. */
  static JavaRun of(Path path, Path source, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add(source.toString());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", path.toString());
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new JavaRun(process.waitFor(), said);
  }
}
