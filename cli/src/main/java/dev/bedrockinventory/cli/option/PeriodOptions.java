package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.query.Period;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that select a period. */
public final class PeriodOptions {
  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description = "The start: an instant, a date (UTC), or 7d, 12h, 30m ago.")
  private Optional<String> since = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      description = "The end, inclusive; a date means its end.")
  private Optional<String> until = Optional.empty();

  /**
   * The period of these options.
   *
   * @throws UsageException if one is not a valid time, or they are in the wrong order
   */
  public Period period(Instant now) {
    var first = since.map(text -> TimeArgument.first("--since", text, now));
    var last = until.map(text -> TimeArgument.last("--until", text, now));
    if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
      throw new UsageException(
          "--since %s is after --until %s".formatted(since.orElse(""), until.orElse("")));
    }
    return new Period(first, last);
  }
}
