package dev.bedrockinventory.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where AWS services are, if not at AWS: what the SDK's variables {@code AWS_ENDPOINT_URL…} say.
 */
public final class Endpoints {
  private static final String ALL = "AWS_ENDPOINT_URL";
  private static final List<String> SCHEMES = List.of("http", "https");

  private Endpoints() {}

  /**
   * Where a service is: by its own variable, else by that of all services.
   *
   * @param service as the SDK's variables spell it, such as {@code DYNAMODB}
   * @throws InvalidSettingsException if the variable that counts is no URL
   */
  public static Optional<URI> find(Map<String, String> environment, String service) {
    return variable(environment, ALL + "_" + service).or(() -> variable(environment, ALL));
  }

  /** The URL of a service that a text is, if it is one. */
  public static Optional<URI> url(String text) {
    try {
      return Optional.of(new URI(text))
          .filter(url -> url.getHost() != null && SCHEMES.contains(url.getScheme()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** What is wrong with the variables, one line each; empty if nothing is. */
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
