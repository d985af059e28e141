package dev.bedrockinventory.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.settings.InvalidSettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of CA certificates that cannot be used; the command line's tests trust valid ones. */
final class CaBundleTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "'', contains no PEM certificate",
    "text, contains no PEM certificate",
    "-----BEGIN CERTIFICATE-----|AAAA|-----END CERTIFICATE-----, has a certificate that is not"
        + " valid",
    "-----BEGIN CERTIFICATE-----|A|-----END CERTIFICATE-----, has a certificate that is not valid"
  })
  void aFileWithoutValidCertificatesIsNamed(String content, String problem) throws IOException {
    var file = Files.writeString(folder.resolve("ca.pem"), content.replace('|', '\n'));

    assertThatThrownBy(() -> NetworkSettings.of(Map.of("AWS_CA_BUNDLE", file.toString())))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageStartingWith("AWS_CA_BUNDLE: the file '%s' %s".formatted(file, problem))
        .hasMessageEndingWith("in PEM format, or unset it")
        .message()
        .hasLineCount(1);
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    var missing = folder.resolve("missing.pem").toString();
    var directory = folder.toString();

    for (var file : new String[] {missing, directory, "\0"}) {
      assertThatThrownBy(() -> NetworkSettings.of(Map.of(), Optional.of(file)))
          .isInstanceOf(InvalidSettingsException.class)
          .hasMessageStartingWith("ca_bundle: the file '%s' cannot be read".formatted(file));
    }
  }

  @Test
  void theVariableOfTheSdkComesFirst() {
    var environment = Map.of("AWS_CA_BUNDLE", "/first", "REQUESTS_CA_BUNDLE", "/third");

    assertThatThrownBy(() -> NetworkSettings.of(environment, Optional.of("/second")))
        .hasMessageContaining("'/first'");
    assertThatThrownBy(() ->
            NetworkSettings.of(Map.of("REQUESTS_CA_BUNDLE", "/third"), Optional.of("/second")))
        .hasMessageContaining("'/second'");
    assertThatThrownBy(() -> NetworkSettings.of(Map.of("REQUESTS_CA_BUNDLE", "/third")))
        .hasMessageContaining("'/third'");
  }
}
