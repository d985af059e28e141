package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.Geography;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Further options that select resources of an inventory. */
public final class SelectionOptions {
  private static final String LEAVES = "--leaves";

  @Option(
      names = "--untagged",
      paramLabel = "KEY",
      description = "Only resources that could have this tag, and lack it. Repeatable: all.")
  private List<String> untagged = List.of();

  @Option(
      names = "--copied-from",
      paramLabel = "SOURCE",
      description =
          "Only profiles whose recorded creation copied this resource (its ARN, id or name) or"
              + " model (its ARN or id).")
  private Optional<String> source = Optional.empty();

  @Option(
      names = LEAVES,
      paramLabel = "GEOGRAPHY",
      description =
          "Only profiles in this geography with a destination outside of it: us, us-gov, eu, apac"
              + " and so on.")
  private Optional<String> geography = Optional.empty();

  /**
   * The filter with the conditions of these options.
   *
   * @throws UsageException if a key is empty or a geography is unknown
   */
  public Filter filter(Filter filter) {
    untagged.forEach(TagOptions::checkKey);
    geography.ifPresent(SelectionOptions::check);
    return filter.with(Set.copyOf(untagged), source, geography);
  }

  private static void check(String geography) {
    if (geography.equals("global")) {
      throw new UsageException(LEAVES + " global selects nothing: no destination is outside of it");
    }
    if (!Geography.names().contains(geography)) {
      throw new UsageException(
          "%s '%s' is not a known geography; expected %s"
              .formatted(LEAVES, geography, String.join(", ", Geography.names())));
    }
  }
}
