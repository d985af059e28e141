package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.model.ChangeKind;
import java.util.Map;

/** A call of the API by a person, which changes one application profile once. */
sealed interface PlannedCall {
  /** The user who calls. */
  String user();

  /** The region of the profile. */
  String region();

  /** The name of the profile. */
  String profile();

  /** What it records. */
  ChangeKind change();

  /** What is recorded, from its event. */
  default StepCounts counts() {
    return StepCounts.of(change(), 1).plus(StepCounts.ofRefreshes(1));
  }

  /**
   * Creates a profile.
   *
   * @param source the ARN of the system profile that it is a copy of
   * @param tags its tags
   */
  record Create(String user, String region, String profile, String source, Map<String, String> tags)
      implements PlannedCall {
    /** Copies the tags. */
    public Create {
      tags = Map.copyOf(tags);
    }

    @Override
    public ChangeKind change() {
      return ChangeKind.CREATED;
    }
  }

  /**
   * Adds or replaces tags.
   *
   * @param tags the tags, at least one with another value than before
   */
  record SetTags(String user, String region, String profile, Map<String, String> tags)
      implements PlannedCall {
    /** Copies the tags. */
    public SetTags {
      tags = Map.copyOf(tags);
    }

    @Override
    public ChangeKind change() {
      return ChangeKind.UPDATED;
    }
  }

  /** Deletes a profile. */
  record Delete(String user, String region, String profile) implements PlannedCall {
    @Override
    public ChangeKind change() {
      return ChangeKind.DELETED;
    }
  }
}
