package dev.bedrockinventory.account;

import dev.bedrockinventory.aws.RecentlyUsed;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * The credentials for each account: the caller's own where no role is named, those of a role
 * elsewhere. A role is assumed when it is first used, and again before its credentials expire.
 * Thread-safe.
 */
public final class AccountCredentials {
  private static final String SESSION_NAME = "bedrock-inventory";

  /** The roles whose credentials are kept. */
  private static final int MOST = 200;

  private final AwsCredentialsProvider own;
  private final StsClient sts;
  private final String partition;
  private final Optional<String> externalId;
  private final RecentlyUsed<String, AwsCredentialsProvider> roles =
      new RecentlyUsed<>(MOST, this::assume);

  /**
   * Assumes no role yet.
   *
   * @param own the caller's own credentials
   * @param sts the client that assumes roles, with the own credentials
   * @param region any region of the partition of the roles: credentials are not valid in another
   *     partition
   * @param externalId the external id of the roles' trust policies, if they require one
   */
  public AccountCredentials(
      AwsCredentialsProvider own, StsClient sts, String region, Optional<String> externalId) {
    this.own = own;
    this.sts = sts;
    this.partition = PartitionMetadata.of(Region.of(region)).id();
    this.externalId = externalId;
  }

  /**
   * The credentials for an account.
   *
   * @param roleName the role to assume there, by its name or by path and name
   */
  public AwsCredentialsProvider credentials(String account, Optional<String> roleName) {
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

  private String roleArn(String account, String roleName) {
    return "arn:%s:iam::%s:role/%s".formatted(partition, account, roleName);
  }
}
