package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.account.AccountCredentials;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/** A role that is assumed in each account, as long as this is open. Thread-safe. */
public final class AssumedRole implements AutoCloseable {
  private final String role;
  private final StsClient sts;
  private final AccountCredentials accounts;

  AssumedRole(String role, StsClient sts, AccountCredentials accounts) {
    this.role = role;
    this.sts = sts;
    this.accounts = accounts;
  }

  /**
   * Assumes the role in an account.
   *
   * @throws dev.bedrockinventory.cli.context.CommandFailedException if the caller's own profile has
   *     no valid credentials
   */
  public AccountAccess access(String account) {
    var credentials = accounts.credentials(account, Optional.of(role));
    try {
      var _ = credentials.resolveCredentials();
      return new AccountAccess.Granted(account, Optional.of(credentials));
    } catch (SdkException e) {
      return new AccountAccess.Refused(account, StsErrors.ofRole(e, role));
    }
  }

  @Override
  public void close() {
    sts.close();
  }
}
