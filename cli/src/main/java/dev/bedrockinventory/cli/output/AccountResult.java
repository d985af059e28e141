package dev.bedrockinventory.cli.output;

import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.sweep.SweepReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The result of sweeping one account.
 *
 * @param account the account
 * @param regions the swept regions; absent if the account was not read
 * @param inactive its state in the organization, if that is not active: then it was not read
 * @param problem why the account, or a scope of it, was not swept, and how to fix it
 * @param reports the swept scopes, in order
 */
public record AccountResult(
    String account,
    Optional<RegionList> regions,
    Optional<String> inactive,
    Optional<String> problem,
    List<SweepReport> reports) {
  /** Copies the reports. */
  public AccountResult {
    reports = List.copyOf(reports);
  }

  /** The outcomes of an account. */
  public enum Outcome {
    /** Every scope was read, or is unsupported. */
    COMPLETE,
    /** Some scopes were not read, or not completely. */
    INCOMPLETE,
    /** Nothing could be read. */
    FAILED,
    /** The account is not active in the organization, so nothing was read. */
    INACTIVE
  }

  /** The result of an account that is not active in the organization. */
  public static AccountResult inactive(String account, String state) {
    return new AccountResult(
        account, Optional.empty(), Optional.of(state), Optional.empty(), List.of());
  }

  /** The result of an account that could not be read. */
  public static AccountResult failed(String account, String problem) {
    return new AccountResult(
        account, Optional.empty(), Optional.empty(), Optional.of(problem), List.of());
  }

  /** The account's outcome. */
  public Outcome outcome() {
    if (inactive.isPresent()) {
      return Outcome.INACTIVE;
    }
    if (reports.isEmpty()) {
      return Outcome.FAILED;
    }
    return problem.isEmpty() && incomplete() == 0 ? Outcome.COMPLETE : Outcome.INCOMPLETE;
  }

  /** The number of scopes that were not read completely. */
  long incomplete() {
    return reports.stream().filter(report -> !report.isFine()).count();
  }

  /** The number of scopes that do not exist in their region. */
  long unsupported() {
    return reports.stream()
        .filter(report -> report.isFine())
        .filter(report -> report.reason().equals(Optional.of(Reason.UNSUPPORTED)))
        .count();
  }

  /** The number of scopes that were read completely. */
  long complete() {
    return reports.size() - incomplete() - unsupported();
  }

  /** The number of listed resources. */
  int seen() {
    return reports.stream().mapToInt(SweepReport::seen).sum();
  }

  /** The number of recorded revisions for each change kind. */
  Map<ChangeKind, Integer> changes() {
    var sums = new TreeMap<ChangeKind, Integer>();
    reports.forEach(
        report -> report.changes().forEach((kind, count) -> sums.merge(kind, count, Integer::sum)));
    return sums;
  }
}
