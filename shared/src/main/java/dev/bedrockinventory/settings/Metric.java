package dev.bedrockinventory.settings;

/** The metrics of the functions, by the names that alarms and dashboards know. */
public enum Metric {
  /** How many resources a sweep listed. */
  RESOURCES_SEEN("ResourcesSeen"),
  /** How many revisions a sweep recorded. */
  CHANGES_RECORDED("ChangesRecorded"),
  /** How many of them are deletions. */
  DELETIONS_RECORDED("DeletionsRecorded"),
  /** One for a sweep whose look was complete, else zero. */
  SWEEPS_COMPLETED("SweepsCompleted"),
  /** One for a sweep that could read nothing, else zero; an unsupported region is none. */
  SWEEPS_REFUSED("SweepsRefused"),
  /** How many resources the listing lacked although Get found them. */
  LISTING_OMISSIONS("ListingOmissions"),
  /** How many members a look saw that the rule table does not know. */
  UNMODELLED_MEMBERS("UnmodelledMembers"),
  /** How many API calls a sweep made. */
  API_CALLS("ApiCalls"),
  /** How long a sweep took, in milliseconds. */
  SWEEP_DURATION("SweepDuration"),
  /** The age of the oldest last complete look of all targets, in seconds. */
  OLDEST_COMPLETE_LOOK_AGE("OldestCompleteLookAge"),
  /** How many revisions were changed or removed after they were written, which nothing may do. */
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
