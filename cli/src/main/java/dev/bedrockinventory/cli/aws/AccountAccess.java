package dev.bedrockinventory.cli.aws;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The access to one account. */
public sealed interface AccountAccess {
  /** The account. */
  String account();

  /**
   * The account can be read.
   *
   * @param assumed the credentials of the assumed role; absent for the caller's own
   */
  record Granted(String account, Optional<AwsCredentialsProvider> assumed)
      implements AccountAccess {}

  /**
   * The role cannot be assumed.
   *
   * @param problem what failed and how to fix it, of one line
   */
  record Refused(String account, String problem) implements AccountAccess {}
}
