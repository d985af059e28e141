package dev.bedrockinventory.settings;

/** The metrics of the functions, with the names that alarms and dashboards use. */
public enum Metric {
  /** The number of resources that a sweep listed. */
  RESOURCES_SEEN("ResourcesSeen"),
  /** The number of revisions that a sweep recorded. */
  CHANGES_RECORDED("ChangesRecorded"),
  /** The number of deletions among them. */
  DELETIONS_RECORDED("DeletionsRecorded"),
  /** One for a complete sweep, else zero. */
  SWEEPS_COMPLETED("SweepsCompleted"),
  /** One for a sweep that could not read anything, else zero; unsupported regions do not count. */
  SWEEPS_REFUSED("SweepsRefused"),
  /** How many resources the list lacked although Get returned them. */
  LISTING_OMISSIONS("ListingOmissions"),
  /** How many unmodeled members a sweep found. */
  UNMODELLED_MEMBERS("UnmodelledMembers"),
  /** The number of API calls of a sweep. */
  API_CALLS("ApiCalls"),
  /** The duration of a sweep, in milliseconds. */
  SWEEP_DURATION("SweepDuration"),
  /** The number of accounts whose sweeps were planned. */
  TARGETS_PLANNED("TargetsPlanned"),
  /** The number of scopes whose sweeps were planned. */
  SCOPES_PLANNED("ScopesPlanned"),
  /** The number of problems of the target parameters. */
  TARGET_PROBLEMS("TargetProblems"),
  /** The share of accounts or scopes that were planned within a day and are not now, in percent. */
  TARGETS_LOST("TargetsLost"),
  /** The number of accounts of the organization that became targets; emitted if there are any. */
  ACCOUNTS_ADDED("AccountsAdded"),
  /** The number of accounts of the organization that ended as targets; emitted if there are any. */
  ACCOUNTS_REMOVED("AccountsRemoved"),
  /** The number of damaged or foreign items among the scopes. */
  DAMAGED_SCOPES("DamagedScopes"),
  /** The age of the oldest last complete sweep of all targets, in seconds. */
  OLDEST_COMPLETE_SWEEP_AGE("OldestCompleteLookAge"),
  /** The number of scopes that count for alarms and have no current complete observation. */
  STALE_SCOPES("StaleScopes"),
  /** The number of scopes that are refused, and were completely observed within the last day. */
  NEWLY_REFUSED_SCOPES("NewlyRefusedScopes"),
  /** The most deletions in one account within the last hour, without system-defined profiles. */
  MOST_DELETIONS("MostDeletions"),
  /** One for each plan that the change feed received from the table's stream. */
  HEARTBEATS("Heartbeats"),
  /** Changes that a sweep found first, although the events of the account should arrive. */
  CHANGES_WITHOUT_AUTHOR("ChangesWithoutAuthor"),
  /** Changes that an event led to. */
  CHANGES_WITH_AUTHOR("ChangesWithAuthor"),
  /** How many items were changed in a way that the inventory never does. */
  HISTORY_TAMPERED("HistoryTampered");

  private final String key;

  Metric(String key) {
    this.key = key;
  }

  /** The metric's name in CloudWatch. */
  public String key() {
    return key;
  }
}
