package dev.bedrockinventory.infra.construct;

import dev.bedrockinventory.infra.config.MemberAccess;
import dev.bedrockinventory.settings.Targets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;

/** The permissions that reading Bedrock needs, in all regions that the targets may specify. */
public final class BedrockReadPermissions {
  private static final String PROFILE = "inference-profile";
  private static final String APPLICATION_PROFILE = "application-inference-profile";
  private static final String MODEL = "imported-model";
  private static final String JOB = "model-import-job";

  private BedrockReadPermissions() {}

  /** The permissions of sweeps: read the home account, and assume the roles of member accounts. */
  public static List<Permission> forSweeps(Stack stack, MemberAccess members) {
    return Stream.concat(
            Stream.of(listing(), profiles(stack), models(stack), tags(stack)),
            reader(stack, members).stream())
        .toList();
  }

  /** The same for refreshes. */
  public static List<Permission> forRefreshes(Stack stack, MemberAccess members) {
    return Stream.concat(
            Stream.of(profiles(stack), models(stack), jobs(stack), tags(stack)),
            reader(stack, members).stream())
        .toList();
  }

  /** The permissions of the role in a member account that sweeps and refreshes assume. */
  public static List<Permission> forMembers(Stack stack) {
    return List.of(listing(), profiles(stack), models(stack), jobs(stack), tags(stack));
  }

  private static Permission listing() {
    return Permission.broad(
        "ListEverything",
        List.of("bedrock:ListImportedModels", "bedrock:ListInferenceProfiles", "tag:GetResources"),
        "List actions do not support resource-level permissions.",
        "*");
  }

  private static Permission profiles(Stack stack) {
    return Permission.broad(
        "ReadProfiles",
        List.of("bedrock:GetInferenceProfile"),
        "Any profile of this account, in any region that the targets specify.",
        arn(stack, PROFILE),
        arn(stack, APPLICATION_PROFILE));
  }

  private static Permission models(Stack stack) {
    return Permission.broad(
        "ReadModels",
        List.of("bedrock:GetImportedModel"),
        "Any imported model of this account, in any region that the targets specify.",
        arn(stack, MODEL));
  }

  private static Permission jobs(Stack stack) {
    return Permission.broad(
        "ReadImportJobs",
        List.of("bedrock:GetModelImportJob"),
        "Any import job of this account, in any region that the targets specify.",
        arn(stack, JOB));
  }

  private static Permission tags(Stack stack) {
    return Permission.broad(
        "ReadTags",
        List.of("bedrock:ListTagsForResource"),
        "Any application profile or imported model of this account, in any region.",
        arn(stack, APPLICATION_PROFILE),
        arn(stack, MODEL));
  }

  /** Bound to the organization, or to the listed accounts; absent without both. */
  private static Optional<Permission> reader(Stack stack, MemberAccess members) {
    return members
        .organization()
        .map(organization ->
            reader(stack, List.of("*"))
                .on(Map.of("StringEquals", Map.of("aws:ResourceOrgID", organization))))
        .or(() ->
            Optional.of(members.accounts())
                .filter(accounts -> !accounts.isEmpty())
                .map(accounts -> reader(stack, accounts)));
  }

  private static Permission reader(Stack stack, List<String> accounts) {
    return Permission.broad(
        "AssumeReaderRole",
        List.of("sts:AssumeRole"),
        "Members choose the end of the name; the trust policy of each role decides.",
        accounts.stream()
            .map(account ->
                "arn:%s:iam::%s:role/%s*"
                    .formatted(stack.getPartition(), account, Targets.ROLE_NAME))
            .toArray(String[]::new));
  }

  private static String arn(Stack stack, String type) {
    return "arn:%s:bedrock:*:%s:%s/*".formatted(stack.getPartition(), stack.getAccount(), type);
  }
}
