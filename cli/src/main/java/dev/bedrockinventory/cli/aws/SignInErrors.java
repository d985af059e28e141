package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.aws.NetworkException;
import dev.bedrockinventory.cli.context.CommandFailedException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.profiles.ProfileProperty;

/** Messages for profiles without valid credentials: in one line what failed, and what to run. */
final class SignInErrors {
  private static final int LONGEST = 300;

  /** As the SDK reports it; the group after the exit code is what the command printed on stderr. */
  private static final Pattern EXIT =
      Pattern.compile("non-zero exit value \\(([0-9]+)\\)(?: with error message: (.*))?");

  private SignInErrors() {}

  /** The failure of a profile's credentials. */
  static CommandFailedException failure(AwsProfile profile, RuntimeException e) {
    return new CommandFailedException(message(profile, e), e);
  }

  private static String message(AwsProfile profile, RuntimeException e) {
    if (!profile.exists()) {
      return "profile '%s' is not in your AWS configuration files; check the name"
          .formatted(profile.name());
    }
    var source = profile.source();
    return network(e)
        .map(reason -> "profile '%s' cannot sign in: %s".formatted(profile.name(), reason))
        .or(() -> response(e).map(response -> refused(profile, source, response)))
        .or(() -> incomplete(source, e))
        .orElseGet(() -> withoutToken(source, e));
  }

  private static Optional<String> network(Throwable e) {
    return NetworkException.find(e)
        .or(() ->
            causes(e)
                .filter(cause ->
                    cause instanceof UnknownHostException
                        || cause instanceof SocketException
                        || cause instanceof SocketTimeoutException)
                .findFirst()
                .map(cause ->
                    "no response (%s: %s); check the network and the proxy settings"
                        .formatted(cause.getClass().getSimpleName(), line(cause.getMessage()))));
  }

  private static String refused(
      AwsProfile profile, AwsProfile source, AwsServiceException response) {
    var details = Optional.ofNullable(response.awsErrorDetails());
    var service = details.map(each -> each.serviceName()).orElse("");
    var code = details.map(each -> each.errorCode()).orElse("HTTP " + response.statusCode());
    if (service.equalsIgnoreCase("Sts")) {
      return "profile '%s' cannot assume the role %s (%s); check role_arn and who may assume the role%s"
          .formatted(
              profile.name(),
              profile.setting(ProfileProperty.ROLE_ARN).orElse(""),
              code,
              oneTimePassword(profile));
    }
    if (source.isIdentityCenter() && response.statusCode() == 403) {
      return "IAM Identity Center does not give profile '%s' the role '%s' in account %s (%s); check sso_role_name and sso_account_id, or request access"
          .formatted(
              source.name(),
              source.setting(ProfileProperty.SSO_ROLE_NAME).orElse(""),
              source.setting(ProfileProperty.SSO_ACCOUNT_ID).orElse(""),
              code);
    }
    return response.statusCode() >= 500
        ? "profile '%s' cannot sign in: %s; try again later".formatted(source.name(), code)
        : withoutToken(source, response);
  }

  /** The SDK does not ask for one-time passwords. */
  private static String oneTimePassword(AwsProfile profile) {
    return profile
        .setting(ProfileProperty.MFA_SERIAL)
        .map(_ ->
            "; it has mfa_serial, and only the AWS CLI asks for one-time passwords: run eval \"$(aws configure export-credentials --profile %s --format env)\" and omit --profile"
                .formatted(profile.name()))
        .orElse("");
  }

  /** A profile that lacks a setting; a sign-in would not help. */
  private static Optional<String> incomplete(AwsProfile source, RuntimeException e) {
    var missing = source.parent().filter(name -> source.file().profile(name).isEmpty());
    if (missing.isPresent()) {
      return missing.map(name ->
          "profile '%s' cannot be used: its source_profile '%s' is not in your AWS configuration files; fix it there"
              .formatted(source.name(), name));
    }
    var text = line(e.getMessage());
    return Stream.of("was not configured", "must be set", "section not found", "Invalid profile")
        .filter(text::contains)
        .findFirst()
        .map(_ ->
            "profile '%s' cannot be used: %s; fix it in your AWS configuration files"
                .formatted(source.name(), text.replaceFirst("[.]$", "")));
  }

  private static String withoutToken(AwsProfile source, RuntimeException e) {
    if (source.isIdentityCenter()) {
      return signIn(source, "aws sso login");
    }
    if (source.setting(ProfileProperty.LOGIN_SESSION).isPresent()) {
      return signIn(source, "aws login");
    }
    if (source.setting(ProfileProperty.CREDENTIAL_PROCESS).isPresent()) {
      return process(source, e);
    }
    var token = source.setting(ProfileProperty.WEB_IDENTITY_TOKEN_FILE);
    if (token.isPresent()) {
      return "web_identity_token_file '%s' of profile '%s' cannot be read; check the path"
          .formatted(token.get(), source.name());
    }
    return source.hasCredentials()
        ? "profile '%s' has no valid credentials: %s; check them, or sign in again"
            .formatted(source.name(), line(root(e).getMessage()))
        : "profile '%s' has no credentials; run aws configure sso --profile %s, or aws login --profile %s"
            .formatted(source.name(), source.name(), source.name());
  }

  private static String signIn(AwsProfile source, String command) {
    return "profile '%s' is not signed in, or its sign-in has expired; run: %s --profile %s"
        .formatted(source.name(), command, source.name());
  }

  /** What the command printed on stdout is never repeated: it may contain keys. */
  private static String process(AwsProfile source, RuntimeException e) {
    return causes(e)
        .map(cause -> EXIT.matcher(line(cause.getMessage())))
        .filter(each -> each.find())
        .findFirst()
        .map(exit ->
            "credential_process of profile '%s' failed with exit code %s%s; run its command to see why"
                .formatted(
                    source.name(),
                    exit.group(1),
                    Optional.ofNullable(exit.group(2))
                        .filter(text -> !text.isBlank())
                        .map(text -> " (%s)".formatted(text.strip()))
                        .orElse("")))
        .orElseGet(() ->
            "credential_process of profile '%s' did not print valid credentials; its command must print JSON with Version 1, AccessKeyId and SecretAccessKey"
                .formatted(source.name()));
  }

  private static Optional<AwsServiceException> response(Throwable e) {
    return causes(e)
        .filter(AwsServiceException.class::isInstance)
        .map(AwsServiceException.class::cast)
        .filter(each -> each.statusCode() > 0)
        .findFirst();
  }

  private static Throwable root(Throwable e) {
    return causes(e).reduce((_, last) -> last).orElse(e);
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
  }

  private static String line(@Nullable String text) {
    var line = String.valueOf(text).replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
