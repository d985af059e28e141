package dev.bedrockinventory.simulator.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The native SQLite library that DynamoDB Local uses. Its jar contains it for Linux and macOS on
 * x86-64 and ARM, and for Windows on x86-64; it is copied to a temporary directory that is deleted
 * when the process ends.
 */
final class NativeLibrary {
  private static final String FOLDER =
      "software/amazon/dynamodb/services/local/shared/access/sqlite/native/";

  private NativeLibrary() {}

  /**
   * Copies the library, once in a process, and sets the property that sqlite4java reads. A path
   * that the user has set is kept.
   *
   * @throws EngineException when there is none for this machine
   */
  static synchronized void provide() {
    if (System.getProperty("sqlite4java.library.path") != null) {
      return;
    }
    String path = resource(System.getProperty("os.name"), System.getProperty("os.arch"));
    String name = path.substring(path.lastIndexOf('/') + 1);
    try (var library = NativeLibrary.class.getClassLoader().getResourceAsStream(path)) {
      if (library == null) {
        throw new EngineException(
            "The class path has no " + path + "; add DynamoDBLocal 3.3.1 or newer to it");
      }
      Path directory = Files.createTempDirectory("bedrock-inventory-sqlite4java");
      Path copy = directory.resolve(name);
      Files.copy(library, copy);
      directory.toFile().deleteOnExit();
      copy.toFile().deleteOnExit();
      System.setProperty("sqlite4java.library.path", directory.toString());
    } catch (IOException e) {
      throw new EngineException(
          "The native SQLite cannot be copied to %s (%s); free some space there, or set -Djava.io.tmpdir"
              .formatted(System.getProperty("java.io.tmpdir"), e),
          e);
    }
  }

  static String resource(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String architecture =
        switch (osArch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "aarch64";
          default -> "";
        };
    if (os.startsWith("linux") && !architecture.isEmpty()) {
      return FOLDER + "Linux/" + architecture + "/libsqlite4java.so";
    }
    if (os.startsWith("mac") && !architecture.isEmpty()) {
      return FOLDER + "Mac/" + architecture + "/libsqlite4java.dylib";
    }
    if (os.startsWith("windows") && architecture.equals("x86_64")) {
      return FOLDER + "Windows/x86_64/sqlite4java.dll";
    }
    throw new EngineException(
        "The embedded DynamoDB does not run on %s %s; use --table with a DynamoDB table"
            .formatted(osName, osArch));
  }
}
