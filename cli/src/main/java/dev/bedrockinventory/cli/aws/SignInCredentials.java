package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.cli.context.CommandFailedException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The credentials of a profile, in all forms that the SDK supports. Without valid ones the command
 * ends with the line that says how to sign in: it never uses other credentials instead.
 */
final class SignInCredentials implements AwsCredentialsProvider {
  private final AwsProfile profile;
  private final AwsCredentialsProvider credentials;

  SignInCredentials(AwsProfile profile) {
    this.profile = profile;
    this.credentials =
        ProfileCredentialsProvider.builder()
            .profileFile(profile.file())
            .profileName(profile.name())
            .build();
  }

  /**
   * The credentials; those that expire are refreshed in time.
   *
   * @throws CommandFailedException if there are none
   */
  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return credentials.resolveCredentials();
    } catch (SdkException
        | IllegalArgumentException
        | IllegalStateException
        | NullPointerException
        | UncheckedIOException e) {
      throw SignInErrors.failure(profile, e);
    }
  }
}
