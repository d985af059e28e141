package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.settings.InvalidSettingsException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;

/**
 * The AWS configuration files of the user: {@code ~/.aws/config} and {@code ~/.aws/credentials}, or
 * those of AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE.
 */
final class ProfileFiles {
  private ProfileFiles() {}

  /**
   * Reads both files; a missing one has no profiles.
   *
   * @throws InvalidSettingsException if one cannot be read; the message names file and line
   */
  static ProfileFile read() {
    var files = ProfileFile.aggregator();
    Stream.of(
            read(ProfileFileLocation.credentialsFileLocation(), ProfileFile.Type.CREDENTIALS),
            read(ProfileFileLocation.configurationFileLocation(), ProfileFile.Type.CONFIGURATION))
        .flatMap(Optional::stream)
        .forEach(files::addFile);
    return files.build();
  }

  private static Optional<ProfileFile> read(Optional<Path> path, ProfileFile.Type type) {
    return path.map(each -> read(each, type));
  }

  private static ProfileFile read(Path path, ProfileFile.Type type) {
    try {
      return ProfileFile.builder().content(path).type(type).build();
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      throw new InvalidSettingsException(
          "AWS configuration file '%s' cannot be read: %s; fix it there"
              .formatted(path, reason(e)));
    }
  }

  /** The SDK's message names the line; one about reading may repeat nothing of the content. */
  private static String reason(RuntimeException e) {
    return e instanceof UncheckedIOException
        ? "it is not readable"
        : String.valueOf(e.getMessage()).replaceAll("\\s+", " ").replaceFirst("[.]$", "");
  }
}
