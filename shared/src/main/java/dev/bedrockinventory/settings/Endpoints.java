package dev.bedrockinventory.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The custom endpoints of AWS services, from the SDK's variables {@code AWS_ENDPOINT_URL…}. */
public final class Endpoints {
  private static final String ALL = "AWS_ENDPOINT_URL";
  private static final List<String> SCHEMES = List.of("http", "https");

  private Endpoints() {}

  /**
   * The endpoint of a service: from its own variable, else from the one for all services.
   *
   * @param service the name in the SDK's variables, such as {@code DYNAMODB}
   * @throws InvalidSettingsException if the variable used is not a valid URL
   */
  public static Optional<URI> find(Map<String, String> environment, String service) {
    return variable(environment, ALL + "_" + service).or(() -> variable(environment, ALL));
  }

  /** The text as the URL of a service, if it is valid. */
  public static Optional<URI> url(String text) {
    try {
      return Optional.of(new URI(text))
          .filter(url -> url.getHost() != null && SCHEMES.contains(url.getScheme()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The problems of the variables, one line each; empty if there are none. */
  static List<String> problems(Map<String, String> environment) {
    return environment.keySet().stream()
        .filter(key -> key.equals(ALL) || key.startsWith(ALL + "_"))
        .sorted()
        .flatMap(key -> problem(key, environment.getOrDefault(key, "")).stream())
        .toList();
  }

  private static Optional<URI> variable(Map<String, String> environment, String key) {
    var value = environment.getOrDefault(key, "");
    problem(key, value)
        .ifPresent(problem -> {
          throw new InvalidSettingsException(List.of(problem));
        });
    return url(value);
  }

  private static Optional<String> problem(String key, String value) {
    return value.isEmpty() || url(value).isPresent()
        ? Optional.empty()
        : Optional.of(
            "%s is '%s'; set it to a URL such as http://127.0.0.1:8000".formatted(key, value));
  }
}
