package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.query.Quotas;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option that specifies quotas that are not the default. */
public final class LimitOption {
  private static final Pattern LIMIT = Pattern.compile("([a-z-]+)=([1-9][0-9]{0,8})");

  @Option(
      names = "--limit",
      paramLabel = "KIND=NUMBER",
      description =
          "The quota of this kind, if it is not the default. It applies to all selected accounts"
              + " and regions. Repeatable.")
  private List<String> limits = List.of();

  /**
   * The quotas with those of this option.
   *
   * @throws UsageException if one is malformed, or its kind has no quota
   */
  public Quotas quotas() {
    var defaults = Quotas.defaults();
    Map<Kind, Integer> others = new EnumMap<>(Kind.class);
    for (var text : limits) {
      var limit = LIMIT.matcher(text);
      var kind =
          limit.matches()
              ? Kind.find(limit.group(1)).filter(defaults.limits()::containsKey)
              : Optional.<Kind>empty();
      others.put(
          kind.orElseThrow(() -> malformed(text, defaults)), Integer.parseInt(limit.group(2)));
    }
    return defaults.with(others);
  }

  private static UsageException malformed(String text, Quotas defaults) {
    return new UsageException(
        "--limit '%s' is not a valid quota; expected KIND=NUMBER with the kind %s"
            .formatted(
                text,
                defaults.limits().keySet().stream()
                    .map(Kind::label)
                    .sorted()
                    .collect(Collectors.joining(" or "))));
  }
}
