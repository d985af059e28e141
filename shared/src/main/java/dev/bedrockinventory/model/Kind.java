package dev.bedrockinventory.model;

import java.util.Arrays;
import java.util.Optional;

/** A kind of inventoried Amazon Bedrock resource; with an account and a region, a scope. */
public enum Kind {
  /**
   * A cross-region inference profile that AWS defines; it appears and vanishes region by region.
   */
  SYSTEM_INFERENCE_PROFILE(
      "system-inference-profile",
      "inference-profile",
      "inferenceProfileArn",
      "inferenceProfileName",
      "createdAt"),
  /** An inference profile that a customer created; only its tags change in place. */
  APPLICATION_INFERENCE_PROFILE(
      "application-inference-profile",
      "application-inference-profile",
      "inferenceProfileArn",
      "inferenceProfileName",
      "createdAt"),
  /** A model that a customer imported; it has custom model units. */
  IMPORTED_MODEL("imported-model", "imported-model", "modelArn", "modelName", "creationTime");

  private final String label;
  private final String arnType;
  private final String arnMember;
  private final String nameMember;
  private final String createdMember;

  Kind(String label, String arnType, String arnMember, String nameMember, String createdMember) {
    this.label = label;
    this.arnType = arnType;
    this.arnMember = arnMember;
    this.nameMember = nameMember;
    this.createdMember = createdMember;
  }

  /** The word for this kind in commands, keys and outputs. */
  public String label() {
    return label;
  }

  /** The type in the resource part of the ARNs of this kind, before the slash. */
  public String arnType() {
    return arnType;
  }

  /** The API's member that holds the ARN of a resource of this kind. */
  public String arnMember() {
    return arnMember;
  }

  /** The API's member that holds the name of a resource of this kind. */
  public String nameMember() {
    return nameMember;
  }

  /** The API's member that holds the creation time of a resource of this kind. */
  public String createdMember() {
    return createdMember;
  }

  /** Whether AWS, and not the customer, creates the resources of this kind. */
  public boolean isSystemDefined() {
    return this == SYSTEM_INFERENCE_PROFILE;
  }

  /** Whether resources of this kind are inference profiles, and so route to models. */
  public boolean isProfile() {
    return this != IMPORTED_MODEL;
  }

  /** The kind with this label, if there is one. */
  public static Optional<Kind> find(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  @Override
  public String toString() {
    return label;
  }
}
