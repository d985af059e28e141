package dev.bedrockinventory.cli.output;

import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.sweep.SweepReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is wrong with an account, in one line: what failed, where, and how to fix it. */
final class AccountProblem {
  private static final int MOST = 3;

  private AccountProblem() {}

  /** The line of an account; absent if all is well. */
  static Optional<String> of(AccountResult result) {
    var failed = result.reports().stream().filter(report -> !report.isFine()).toList();
    if (failed.isEmpty()) {
      return result.problem();
    }
    var incomplete =
        "%d of %d scopes are incomplete: %s; %s"
            .formatted(failed.size(), result.reports().size(), where(failed), fix(reason(failed)));
    return Optional.of(
        result.problem().map(problem -> problem + "; " + incomplete).orElse(incomplete));
  }

  private static String where(List<SweepReport> failed) {
    var regions = new LinkedHashMap<String, SortedSet<String>>();
    for (var report : failed) {
      for (var failure : report.failures()) {
        regions
            .computeIfAbsent(failure.reason() + " " + failure.operation(), _ -> new TreeSet<>())
            .add(report.scope().region());
      }
    }
    var text =
        regions.entrySet().stream()
            .limit(MOST)
            .map(AccountProblem::where)
            .collect(Collectors.joining(", "));
    return regions.size() <= MOST ? text : "%s and %d more".formatted(text, regions.size() - MOST);
  }

  private static String where(Map.Entry<String, SortedSet<String>> failure) {
    var regions = failure.getValue();
    return "%s in %s"
        .formatted(
            failure.getKey(),
            regions.size() <= MOST ? String.join(" and ", regions) : regions.size() + " regions");
  }

  private static Reason reason(List<SweepReport> failed) {
    return failed.stream()
        .flatMap(report -> report.failures().stream())
        .map(Failure::reason)
        .findFirst()
        .orElse(Reason.UNAVAILABLE);
  }

  private static String fix(Reason reason) {
    return switch (reason) {
      case DENIED -> "allow this in the policy of the role, and in the organization's policies";
      case THROTTLED -> "sweep again later";
      case UNAVAILABLE -> "check that the regions are enabled, and sweep again later";
      case UNSUPPORTED, MALFORMED -> "-o json shows each message";
      case CLOCK -> "set the clock of this computer";
      case DAMAGED -> "run verify, then repair";
    };
  }
}
