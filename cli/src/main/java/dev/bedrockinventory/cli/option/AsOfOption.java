package dev.bedrockinventory.cli.option;

import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that selects the time of an inventory. */
public final class AsOfOption {
  @Option(
      names = "--as-of",
      paramLabel = "WHEN",
      description =
          "The state at this time: an instant, a date (its end, UTC), or 7d, 12h, 30m ago.")
  private Optional<String> asOf = Optional.empty();

  /**
   * The time of the inventory; absent: now.
   *
   * @throws dev.bedrockinventory.cli.context.UsageException if it is not a time
   */
  public Optional<Instant> time(Instant now) {
    return asOf.map(text -> TimeArgument.last("--as-of", text, now));
  }
}
