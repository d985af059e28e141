package dev.bedrockinventory.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that no CA of the JDK issued, with its key, made by the JDK's keytool.
 *
 * @param keys the key store
 * @param bundle the certificate as a PEM file
 */
record TestCertificate(Path keys, Path bundle) {
  private static final String PASSWORD = "changeit";

  /** Makes a certificate for host names in a directory. */
  static TestCertificate in(Path directory, List<String> hosts) {
    var keys = directory.resolve("keys.p12");
    var bundle = directory.resolve("bundle.pem");
    var names = hosts.stream().map(host -> "dns:" + host).collect(Collectors.joining(","));
    keytool(
        "-genkeypair -alias test -keyalg EC -dname CN=test -validity 2 -ext SAN=" + names, keys);
    keytool("-exportcert -alias test -rfc -file " + bundle, keys);
    return new TestCertificate(keys, bundle);
  }

  /** The context of a server with this certificate. */
  SSLContext context() {
    try (InputStream file = Files.newInputStream(keys)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(file, PASSWORD.toCharArray());
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void keytool(String command, Path keys) {
    var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var options = "-keystore %s -storetype PKCS12 -storepass %s".formatted(keys, PASSWORD);
    var words = Stream.of(tool, command, options).flatMap(text -> Stream.of(text.split(" ")));
    try {
      var process = new ProcessBuilder(words.toList()).redirectErrorStream(true).start();
      var output = process.inputReader().lines().toList();
      if (process.waitFor() != 0) {
        throw new AssertionError(output);
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
