package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts processes of {@link CountingWriter} in a third of the usual time: Java has cached their
 * classes, which it does for JAR files only.
 */
final class WriterProcess {
  private static final Pattern LIBRARIES =
      Pattern.compile("jackson-|sqlite-jdbc|awssdk|slf4j-api|reactive-streams|jspecify|assertj");

  private final Path folder;
  private final String classPath;
  private final Path cache;

  private WriterProcess(Path folder) throws IOException {
    this.folder = folder;
    this.classPath = classPath(folder);
    this.cache = folder.resolve("classes.aot");
  }

  /** Prepares the cache in a folder, with a process that writes a few transactions. */
  static WriterProcess in(Path folder) throws IOException, InterruptedException {
    var writer = new WriterProcess(folder);
    var first = writer.start("-XX:AOTCacheOutput=" + writer.cache, folder.resolve("any.db"), 9, 9);
    try (var out = first.inputReader()) {
      assertThat(out.lines()).contains("9");
    }
    assertThat(first.waitFor()).isZero();
    return writer;
  }

  /** The command of a process that writes rows of this many characters without an end. */
  List<String> command(Path file, int length) {
    return command("-XX:AOTCache=" + cache, file, length, Long.MAX_VALUE);
  }

  /** Starts this command. */
  Process start(Path file, int length) throws IOException {
    return start("-XX:AOTCache=" + cache, file, length, Long.MAX_VALUE);
  }

  private Process start(String option, Path file, int length, long last) throws IOException {
    return new ProcessBuilder(command(option, file, length, last))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private List<String> command(String option, Path file, int length, long last) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-Xlog:disable",
        option,
        "-Djava.io.tmpdir=" + folder,
        "--class-path",
        classPath,
        CountingWriter.class.getName(),
        file.toString(),
        Integer.toString(length),
        Long.toString(last));
  }

  /** Only what a store needs: Log4j takes as long to start as all the rest. */
  private static String classPath(Path folder) throws IOException {
    var entries = new ArrayList<String>();
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      var path = Path.of(entry);
      if (Files.isDirectory(path)) {
        entries.add(jar(path, folder.resolve(entries.size() + ".jar")));
      } else if (LIBRARIES.matcher(path.toString()).find()) {
        entries.add(entry);
      }
    }
    return entries.stream().collect(Collectors.joining(File.pathSeparator));
  }

  private static String jar(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        var entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        entries.putNextEntry(new JarEntry(name));
        Files.copy(file, entries);
      }
    }
    return jar.toString();
  }
}
