package dev.bedrockinventory.aws;

import dev.bedrockinventory.settings.InvalidSettingsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * A file of CA certificates that are trusted instead of those of the JDK, as the AWS CLI does.
 *
 * @param setting what names the file, such as {@code AWS_CA_BUNDLE}
 * @param file the file
 * @param sockets opens TLS connections to servers whose certificates these CAs issued
 */
record CaBundle(String setting, String file, SSLSocketFactory sockets) {
  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END ");

  /**
   * Reads the PEM certificates of a file; any text between them is ignored.
   *
   * @throws InvalidSettingsException if the file cannot be read, has no certificate, or one that is
   *     not valid
   */
  static CaBundle read(String setting, String file) {
    try {
      return new CaBundle(setting, file, sockets(certificates(setting, file)));
    } catch (IOException | RuntimeException e) {
      if (e instanceof InvalidSettingsException invalid) {
        throw invalid;
      }
      throw problem(setting, file, "cannot be read (%s)".formatted(e.getClass().getSimpleName()));
    } catch (GeneralSecurityException e) {
      throw problem(setting, file, "has a certificate that is not valid (%s)".formatted(e));
    }
  }

  @Override
  public String toString() {
    return "%s (%s)".formatted(setting, file);
  }

  private static KeyStore certificates(String setting, String file)
      throws IOException, GeneralSecurityException {
    var text = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    var found = CERTIFICATE.matcher(text);
    while (found.find()) {
      var certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(decoded(found.group(1))));
      trusted.setCertificateEntry("ca-" + trusted.size(), certificate);
    }
    if (trusted.size() == 0) {
      throw problem(setting, file, "contains no PEM certificate");
    }
    return trusted;
  }

  private static byte[] decoded(String base64) throws CertificateException {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new CertificateException("not Base64", e);
    }
  }

  private static SSLSocketFactory sockets(KeyStore trusted) throws GeneralSecurityException {
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private static InvalidSettingsException problem(String setting, String file, String what) {
    return new InvalidSettingsException(
        "%s: the file '%s' %s; set it to a readable file of CA certificates in PEM format, or unset it"
            .formatted(setting, file, what));
  }
}
