package dev.bedrockinventory.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;

/**
 * How hosts are reached: proxies, trusted certificates and timeouts. What runs on this machine is
 * reached directly. Without a variable for a target the JDK's own settings hold, such as its system
 * properties. Thread-safe.
 */
public final class NetworkSettings {
  /** The JDK's switch of proxy logins for TLS; it is read with the first request of the process. */
  private static final String TUNNEL_LOGINS = "jdk.http.auth.tunneling.disabledSchemes";

  /** The SDK's own timeouts. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

  private final ProxySettings proxies;
  private final Optional<CaBundle> trusted;
  private final Duration connectTimeout;
  private final Duration readTimeout;

  private NetworkSettings(
      ProxySettings proxies,
      Optional<CaBundle> trusted,
      Duration connectTimeout,
      Duration readTimeout) {
    this.proxies = proxies;
    this.trusted = trusted;
    this.connectTimeout = connectTimeout;
    this.readTimeout = readTimeout;
  }

  /**
   * The settings of an environment: HTTPS_PROXY, HTTP_PROXY, NO_PROXY, AWS_CA_BUNDLE.
   *
   * @throws dev.bedrockinventory.settings.InvalidSettingsException if one is malformed
   */
  public static NetworkSettings of(Map<String, String> environment) {
    return of(environment, Optional.empty());
  }

  /**
   * The same with the setting {@code ca_bundle} of a profile, which holds if AWS_CA_BUNDLE is not
   * set. Without both, REQUESTS_CA_BUNDLE is used, as the AWS CLI does.
   */
  public static NetworkSettings of(
      Map<String, String> environment, Optional<String> bundleOfProfile) {
    var trusted =
        bundle(environment, "AWS_CA_BUNDLE")
            .or(() -> bundleOfProfile.map(file -> CaBundle.read("ca_bundle", file)))
            .or(() -> bundle(environment, "REQUESTS_CA_BUNDLE"));
    var proxies = ProxySettings.of(environment);
    if (proxies.servers().values().stream().anyMatch(server -> server.login().isPresent())
        && System.getProperty(TUNNEL_LOGINS) == null) {
      System.setProperty(TUNNEL_LOGINS, "");
    }
    return new NetworkSettings(proxies, trusted, CONNECT_TIMEOUT, READ_TIMEOUT);
  }

  /** The same with other timeouts: to connect, and to wait for data. */
  public NetworkSettings withTimeouts(Duration connect, Duration read) {
    return new NetworkSettings(proxies, trusted, connect, read);
  }

  /** A connection to a URL, which is not opened yet. */
  public HttpURLConnection connection(URI url) {
    try {
      var proxy = proxies.find(url);
      var connection = connection(url, proxy);
      connection.setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()));
      connection.setReadTimeout(Math.toIntExact(readTimeout.toMillis()));
      proxy
          .flatMap(ProxyServer::login)
          .ifPresent(login -> connection.setAuthenticator(new ProxyLogin(login)));
      if (connection instanceof HttpsURLConnection https) {
        trusted.ifPresent(bundle -> https.setSSLSocketFactory(bundle.sockets()));
      }
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The failure of a request, explained where these settings may be the reason. */
  public IOException explained(URI url, IOException failure) {
    return NetworkException.explained(url, proxies.find(url), trusted, failure);
  }

  private HttpURLConnection connection(URI url, Optional<ProxyServer> proxy) throws IOException {
    var address = url.toURL();
    if (proxy.isPresent()) {
      return (HttpURLConnection) address.openConnection(proxy.get().proxy());
    }
    return (HttpURLConnection)
        (proxies.isDirect(url) ? address.openConnection(Proxy.NO_PROXY) : address.openConnection());
  }

  private static Optional<CaBundle> bundle(Map<String, String> environment, String variable) {
    return Stream.ofNullable(environment.get(variable))
        .filter(file -> !file.isEmpty())
        .map(file -> CaBundle.read(variable, file))
        .findFirst();
  }
}
