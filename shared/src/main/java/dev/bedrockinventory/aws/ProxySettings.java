package dev.bedrockinventory.aws;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The proxies of an environment, which are chosen by the scheme of the target, as the AWS CLI does.
 *
 * @param servers the proxies by the scheme of the targets: {@code http}, {@code https}
 * @param direct the hosts and domains that are reached without a proxy; {@code *} for all
 */
record ProxySettings(Map<String, ProxyServer> servers, List<String> direct) {
  private static final String SUFFIX = "_proxy";
  private static final String EVERY_HOST = "*";

  /** A process that serves a web request finds the header "Proxy" of its client in HTTP_PROXY. */
  private static final String CGI = "REQUEST_METHOD";

  ProxySettings {
    servers = Map.copyOf(servers);
    direct = List.copyOf(direct);
  }

  /**
   * Reads HTTPS_PROXY, HTTP_PROXY and NO_PROXY. Of the two spellings the one in lower case is used,
   * even if it is empty.
   *
   * @throws dev.bedrockinventory.settings.InvalidSettingsException if a used variable is malformed
   */
  static ProxySettings of(Map<String, String> environment) {
    var servers = new TreeMap<String, ProxyServer>();
    for (var scheme : List.of("http", "https")) {
      variable(environment, scheme)
          .filter(name -> !name.equals("HTTP_PROXY") || !environment.containsKey(CGI))
          .ifPresent(name ->
              servers.put(
                  scheme, ProxyServer.parse(name, environment.getOrDefault(name, "").strip())));
    }
    var direct =
        variable(environment, "no").map(name -> environment.getOrDefault(name, "")).stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .map(name -> name.strip().replaceFirst("^\\.+", "").toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .toList();
    return new ProxySettings(servers, direct);
  }

  /** The proxy for a target; empty if it is reached directly, as every host of this machine is. */
  Optional<ProxyServer> find(URI target) {
    return Optional.ofNullable(servers.get(target.getScheme().toLowerCase(Locale.ROOT)))
        .filter(_ -> !isDirect(target));
  }

  /** Whether the variables say that the target is reached without a proxy. */
  boolean isDirect(URI target) {
    if (Loopback.contains(target) || direct.equals(List.of(EVERY_HOST))) {
      return true;
    }
    var host = target.getHost().toLowerCase(Locale.ROOT);
    var withPort = target.getPort() < 0 ? host : host + ":" + target.getPort();
    return direct.stream()
        .anyMatch(name ->
            Stream.of(host, withPort)
                .anyMatch(each -> each.equals(name) || each.endsWith("." + name)));
  }

  private static Optional<String> variable(Map<String, String> environment, String scheme) {
    return Stream.of(scheme + SUFFIX, (scheme + SUFFIX).toUpperCase(Locale.ROOT))
        .filter(environment::containsKey)
        .findFirst()
        .filter(name -> !environment.getOrDefault(name, "").isBlank());
  }
}
