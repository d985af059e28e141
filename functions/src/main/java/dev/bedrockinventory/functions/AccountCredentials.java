package dev.bedrockinventory.functions;

import dev.bedrockinventory.aws.RecentlyUsed;
import dev.bedrockinventory.settings.Hub;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * The credentials for each account: the functions' own in the home account, those of a role
 * elsewhere. A role is assumed when it is first used, and again before its credentials expire.
 * Thread-safe.
 */
final class AccountCredentials {
  private static final String SESSION_NAME = "bedrock-inventory";

  /** The roles whose credentials are kept. */
  private static final int MOST = 200;

  private final AwsCredentialsProvider own;
  private final StsClient sts;
  private final Hub hub;
  private final Optional<String> externalId;
  private final RecentlyUsed<String, AwsCredentialsProvider> roles =
      new RecentlyUsed<>(MOST, this::assume);

  AccountCredentials(
      AwsCredentialsProvider own, StsClient sts, Hub hub, Optional<String> externalId) {
    this.own = own;
    this.sts = sts;
    this.hub = hub;
    this.externalId = externalId;
  }

  /** The credentials for an account. */
  AwsCredentialsProvider credentials(String account, Optional<String> roleName) {
    return roleName.map(name -> roles.get(roleArn(account, name))).orElse(own);
  }

  private AwsCredentialsProvider assume(String roleArn) {
    var request =
        AssumeRoleRequest.builder()
            .roleArn(roleArn)
            .roleSessionName(SESSION_NAME)
            .externalId(externalId.orElse(null))
            .build();
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts)
        .refreshRequest(request)
        .build();
  }

  /** The role is in the functions' own partition: credentials are not valid in another one. */
  private String roleArn(String account, String roleName) {
    return "arn:%s:iam::%s:role/%s"
        .formatted(PartitionMetadata.of(Region.of(hub.region())).id(), account, roleName);
  }
}
