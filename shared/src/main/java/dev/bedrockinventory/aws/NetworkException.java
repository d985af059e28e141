package dev.bedrockinventory.aws;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * A request did not reach its host because of a proxy or a certificate. The message, of one line,
 * says which, where it is configured and how to fix it; it contains no password.
 */
public final class NetworkException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final String TUNNEL = "Unable to tunnel through proxy";
  private static final String LOGIN_REQUIRED = "407";

  private NetworkException(String message, IOException cause) {
    super(message, cause);
  }

  /** The message of such an exception among the causes of another. */
  public static Optional<String> find(Throwable failure) {
    return causes(failure)
        .filter(NetworkException.class::isInstance)
        .map(Throwable::getMessage)
        .findFirst();
  }

  /** Explains a failure, or returns it as it is if neither proxy nor certificate is the reason. */
  static IOException explained(
      URI url, Optional<ProxyServer> proxy, Optional<CaBundle> trusted, IOException failure) {
    if (failure instanceof SSLException) {
      return causes(failure)
          .filter(GeneralSecurityException.class::isInstance)
          .findFirst()
          .<IOException>map(reason -> certificate(url, trusted, reason, failure))
          .orElse(failure);
    }
    return proxy
        .flatMap(server -> reason(server, failure))
        .<IOException>map(reason ->
            new NetworkException(
                "no connection to %s: %s".formatted(url.getHost(), reason), failure))
        .orElse(failure);
  }

  private static NetworkException certificate(
      URI url, Optional<CaBundle> trusted, Throwable reason, IOException failure) {
    var message =
        trusted
            .map(bundle ->
                "the certificate of %s is not accepted with the CA certificates of %s: %s; add the CA of this host, or of the proxy before it, to the file"
                    .formatted(url.getHost(), bundle, line(reason)))
            .orElseGet(() ->
                "the certificate of %s is not accepted with the CA certificates of Java: %s; if a private CA issued it, set AWS_CA_BUNDLE to the file of its certificate"
                    .formatted(url.getHost(), line(reason)));
    return new NetworkException(message, failure);
  }

  private static Optional<String> reason(ProxyServer proxy, IOException failure) {
    var text = line(failure);
    if (text.startsWith(TUNNEL)) {
      return Optional.of(
          text.contains(LOGIN_REQUIRED)
              ? "the proxy %s does not accept the user and password; set %s to http://USER:PASSWORD@HOST:PORT"
                  .formatted(proxy, proxy.variable())
              : "the proxy %s refused it (%s); allow the host there, or add it to NO_PROXY"
                  .formatted(proxy, text));
    }
    return switch (failure) {
      case ConnectException _, NoRouteToHostException _, SocketTimeoutException _ ->
          Optional.of(
              "the proxy %s does not respond (%s); fix %s, or add the host to NO_PROXY"
                  .formatted(proxy, text, proxy.variable()));
      case UnknownHostException _ ->
          Optional.of(
              "the host of the proxy %s is unknown; fix %s".formatted(proxy, proxy.variable()));
      default -> Optional.empty();
    };
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static String line(Throwable failure) {
    return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
  }
}
