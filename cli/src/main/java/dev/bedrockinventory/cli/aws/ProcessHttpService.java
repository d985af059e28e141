package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.cli.context.CliContext;
import java.util.Optional;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * The HTTP clients of the clients that the SDK itself builds to sign in: those of IAM Identity
 * Center, of sign-in sessions and of STS. They have the network settings and the profile of this
 * process, as all others.
 */
public final class ProcessHttpService implements SdkHttpService {
  /**
   * Makes the SDK use this service and the profile of {@code --profile} in this process. The SDK
   * has no other way to give both to the clients that it builds itself.
   */
  public static void install(Optional<String> profile) {
    System.setProperty(
        SdkSystemSetting.SYNC_HTTP_SERVICE_IMPL.property(), ProcessHttpService.class.getName());
    profile.ifPresent(
        name -> System.setProperty(ProfileFileSystemSetting.AWS_PROFILE.property(), name));
  }

  @Override
  public SdkHttpClient.Builder<?> createHttpClientBuilder() {
    return new Builder();
  }

  private static final class Builder implements SdkHttpClient.Builder<Builder> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap serviceDefaults) {
      return AwsSession.http(
          AwsSession.network(AwsProfile.read(Optional.empty()), CliContext.ofThisProcess()));
    }
  }
}
