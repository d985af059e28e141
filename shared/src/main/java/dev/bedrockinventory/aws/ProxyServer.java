package dev.bedrockinventory.aws;

import dev.bedrockinventory.settings.InvalidSettingsException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An HTTP proxy that an environment variable names. Its text never contains the password.
 *
 * @param variable the variable, such as {@code HTTPS_PROXY}
 * @param host its host
 * @param port its port
 * @param login the user and password that the variable contains
 */
record ProxyServer(String variable, String host, int port, Optional<PasswordAuthentication> login) {
  private static final String SCHEME = "http";
  private static final int DEFAULT_PORT = 80;

  /**
   * Parses the value of a variable: {@code http://[USER:PASSWORD@]HOST[:PORT]}, or the same without
   * its scheme, as the AWS CLI does.
   *
   * @throws InvalidSettingsException if the value is malformed; the message does not repeat it,
   *     since it may contain a password
   */
  static ProxyServer parse(String variable, String value) {
    var url = url(value);
    if (url.filter(each -> !SCHEME.equalsIgnoreCase(each.getScheme())).isPresent()) {
      throw new InvalidSettingsException(
          "%s names a proxy of the protocol '%s', and only http is supported; set it to"
                  .formatted(variable, url.get().getScheme())
              + " http://HOST:PORT");
    }
    return url.filter(each -> each.getHost() != null && each.getPort() <= 0xffff)
        .map(each -> new ProxyServer(variable, each.getHost(), port(each), login(each)))
        .orElseThrow(() ->
            new InvalidSettingsException(
                "%s is not the URL of a proxy; set it to http://HOST:PORT or http://USER:PASSWORD@HOST:PORT, with special characters percent-encoded"
                    .formatted(variable)));
  }

  /** The proxy of a connection; its host is resolved now. */
  Proxy proxy() {
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port));
  }

  /** Where the proxy is, without user and password. */
  String address() {
    return "%s://%s:%d".formatted(SCHEME, host, port);
  }

  @Override
  public String toString() {
    return "%s (%s)".formatted(address(), variable);
  }

  private static Optional<URI> url(String value) {
    var text = value.startsWith("//") ? SCHEME + ":" + value : value;
    try {
      return Optional.of(new URI(text.contains("://") ? text : SCHEME + "://" + text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static int port(URI url) {
    return url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
  }

  private static Optional<PasswordAuthentication> login(URI url) {
    return Optional.ofNullable(url.getRawUserInfo())
        .map(text -> text.split(":", 2))
        .map(parts ->
            new PasswordAuthentication(
                decoded(parts[0]), (parts.length == 1 ? "" : decoded(parts[1])).toCharArray()));
  }

  /** A plus sign is itself here, not a space as in a form. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
