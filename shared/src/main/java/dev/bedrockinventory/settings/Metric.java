package dev.bedrockinventory.settings;

/** The metrics of the functions, by their names in alarms and dashboards. */
public enum Metric {
  /** The number of resources that a sweep listed. */
  RESOURCES_SEEN("ResourcesSeen"),
  /** The number of revisions that a sweep recorded. */
  CHANGES_RECORDED("ChangesRecorded"),
  /** The number of deletions among them. */
  DELETIONS_RECORDED("DeletionsRecorded"),
  /** One for a sweep with a complete observation, otherwise zero. */
  SWEEPS_COMPLETED("SweepsCompleted"),
  /** One for a refused sweep, otherwise zero; an unsupported region is not counted. */
  SWEEPS_REFUSED("SweepsRefused"),
  /** The number of resources that the listing lacked although Get found them. */
  LISTING_OMISSIONS("ListingOmissions"),
  /** The number of unmodeled members in an observation. */
  UNMODELLED_MEMBERS("UnmodelledMembers"),
  /** The number of API calls of a sweep. */
  API_CALLS("ApiCalls"),
  /** The duration of a sweep, in milliseconds. */
  SWEEP_DURATION("SweepDuration"),
  /** The age of the oldest last complete observation of all targets, in seconds. */
  OLDEST_COMPLETE_LOOK_AGE("OldestCompleteLookAge"),
  /**
   * The number of revisions modified or removed after they were written, which must never happen.
   */
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
