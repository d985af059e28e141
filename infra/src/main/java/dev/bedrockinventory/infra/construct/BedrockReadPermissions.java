package dev.bedrockinventory.infra.construct;

import dev.bedrockinventory.settings.Targets;
import java.util.List;
import software.amazon.awscdk.Stack;

/** What looking at Bedrock in an account needs, in whatever region the targets name. */
public final class BedrockReadPermissions {
  private static final String PROFILE = "inference-profile";
  private static final String APPLICATION_PROFILE = "application-inference-profile";
  private static final String MODEL = "imported-model";
  private static final String JOB = "model-import-job";

  private BedrockReadPermissions() {}

  /** What sweeps need in the hub: to read its own account, and to become other accounts' roles. */
  public static List<Permission> sweeping(Stack stack) {
    return List.of(listing(), profiles(stack), models(stack), tags(stack), reader(stack));
  }

  /** The same, for refreshes. */
  public static List<Permission> refreshing(Stack stack) {
    return List.of(profiles(stack), models(stack), jobs(stack), tags(stack), reader(stack));
  }

  /** What a role of another account needs that both become. */
  public static List<Permission> reading(Stack stack) {
    return List.of(listing(), profiles(stack), models(stack), jobs(stack), tags(stack));
  }

  private static Permission listing() {
    return Permission.broad(
        "ListEverything",
        List.of("bedrock:ListImportedModels", "bedrock:ListInferenceProfiles", "tag:GetResources"),
        "Lists support nothing narrower.",
        "*");
  }

  private static Permission profiles(Stack stack) {
    return Permission.broad(
        "ReadProfiles",
        List.of("bedrock:GetInferenceProfile"),
        "Any profile of this account, in whatever region the targets name.",
        arn(stack, PROFILE),
        arn(stack, APPLICATION_PROFILE));
  }

  private static Permission models(Stack stack) {
    return Permission.broad(
        "ReadModels",
        List.of("bedrock:GetImportedModel"),
        "Any imported model of this account, in whatever region the targets name.",
        arn(stack, MODEL));
  }

  private static Permission jobs(Stack stack) {
    return Permission.broad(
        "ReadImportJobs",
        List.of("bedrock:GetModelImportJob"),
        "Any import job of this account, in whatever region the targets name.",
        arn(stack, JOB));
  }

  private static Permission tags(Stack stack) {
    return Permission.broad(
        "ReadTags",
        List.of("bedrock:ListTagsForResource"),
        "Any application profile or imported model of this account, in whatever region.",
        arn(stack, APPLICATION_PROFILE),
        arn(stack, MODEL));
  }

  private static Permission reader(Stack stack) {
    return Permission.broad(
        "BecomeReader",
        List.of("sts:AssumeRole"),
        "The targets name the accounts; each decides by its role's trust.",
        "arn:%s:iam::*:role/%s*".formatted(stack.getPartition(), Targets.ROLE_NAME));
  }

  private static String arn(Stack stack, String type) {
    return "arn:%s:bedrock:*:%s:%s/*".formatted(stack.getPartition(), stack.getAccount(), type);
  }
}
