package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.context.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-ins with the SDK's own token caches, against a local portal of IAM Identity Center. */
final class SignInProcessTest {
  private static final String SESSION = "arn:aws:iam::111122223333:user/alice";
  private static final String OLD_URL = "https://old.awsapps.com/start";
  private static final String CONFIG =
      """
      [profile corp]
      sso_session = company
      sso_account_id = 111122223333
      sso_role_name = Reader
      region = us-east-1

      [sso-session company]
      sso_region = us-east-1
      sso_start_url = https://company.awsapps.com/start

      [profile old]
      sso_start_url = https://old.awsapps.com/start
      sso_region = us-east-1
      sso_account_id = 111122223333
      sso_role_name = Reader
      region = us-east-1

      [profile auditor]
      role_arn = arn:aws:iam::444455556666:role/Auditor
      source_profile = corp
      region = us-east-1

      [profile other-role]
      sso_session = company
      sso_account_id = 111122223333
      sso_role_name = Admin
      region = us-east-1

      [profile login]
      login_session = arn:aws:iam::111122223333:user/alice
      region = us-east-1

      [profile process]
      credential_process = echo '{"Version":1,"AccessKeyId":"AKIAPROCESS","SecretAccessKey":"s"}'
      region = us-east-1

      [profile web]
      role_arn = arn:aws:iam::444455556666:role/Auditor
      web_identity_token_file = TOKENFILE
      region = us-east-1

      [profile instance]
      role_arn = arn:aws:iam::444455556666:role/Auditor
      credential_source = Ec2InstanceMetadata
      region = us-east-1

      [profile container]
      role_arn = arn:aws:iam::444455556666:role/Auditor
      credential_source = EcsContainer
      region = us-east-1
      """;

  private final AwsStandIn aws = AwsStandIn.plain();
  private CliProcess cli;

  @BeforeEach
  void configure(@TempDir Path home) {
    cli = new CliProcess(home);
    cli.write("config", CONFIG.replace("TOKENFILE", home.resolve(".aws/web-token").toString()));
    cli.write("web-token", "a.b.c");
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"corp", "old"})
  void aValidTokenIsExchangedForTheCredentialsOfTheRole(String profile) throws Exception {
    signIn(Instant.now().plus(Duration.ofHours(2)));

    var run = list(Map.of(), "--profile", profile);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(aws.calls()).startsWith("GetRoleCredentials").endsWith("Query by ASIASSO");
    assertThat(aws.calls()).filteredOn("GetRoleCredentials"::equals).hasSize(1);
  }

  @Test
  void theVariableSignsInLikeTheOption() throws Exception {
    signIn(Instant.now().plus(Duration.ofHours(2)));

    var run = list(Map.of("AWS_PROFILE", "corp"));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(aws.calls()).startsWith("GetRoleCredentials").endsWith("Query by ASIASSO");
  }

  @Test
  void aSourceProfileSignsInForTheRoleOfAnother() throws Exception {
    signIn(Instant.now().plus(Duration.ofHours(2)));

    var run = list(Map.of(), "--profile", "auditor");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(aws.calls())
        .startsWith("GetRoleCredentials", "AssumeRole by ASIASSO")
        .endsWith("Query by ASIAROLE");
  }

  @ParameterizedTest
  @CsvSource({"corp, corp", "old, old", "auditor, corp"})
  void anExpiredTokenEndsInTheCommandThatSignsIn(String profile, String source) throws Exception {
    signIn(Instant.now().minus(Duration.ofMinutes(1)));

    var run = list(Map.of(), "--profile", profile);

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .isEqualTo(
            "inventory: profile '%1$s' is not signed in, or its sign-in has expired; run: aws sso login --profile %1$s\n"
                .formatted(source));
    assertThat(aws.calls()).isEmpty();
  }

  @Test
  void aTokenThatThePortalRejectsEndsInTheSameCommand() throws Exception {
    signIn(Instant.now().plus(Duration.ofHours(2)), "revoked");

    var run = list(Map.of(), "--profile", "corp");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).endsWith("run: aws sso login --profile corp\n").hasLineCount(1);
  }

  @Test
  void aRoleThatIsNotAssignedIsNamed() throws Exception {
    signIn(Instant.now().plus(Duration.ofHours(2)));

    var run = list(Map.of(), "--profile", "other-role");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("profile 'other-role' the role 'Admin' in account 111122223333")
        .contains("check sso_role_name")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "login, Query by ASIALOGIN",
    "process, Query by AKIAPROCESS",
    "web, Query by ASIAWEB",
    "container, Query by ASIAROLE",
    "instance, Query by ASIAROLE"
  })
  void theOtherSourcesOfCredentialsWork(String profile, String call) throws Exception {
    cli.write(
        "login/cache/%s.json".formatted(hash("SHA-256", SESSION)),
        """
        {"accessToken":{"accessKeyId":"ASIALOGIN","secretAccessKey":"s","sessionToken":"t",
        "accountId":"111122223333","expiresAt":"LATER"},"clientId":"c","refreshToken":"r",
        "dpopKey":"k"}\
        """
            .replace("LATER", Instant.now().plus(Duration.ofHours(2)).toString()));

    var run =
        list(
            Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                aws.endpoint() + "/container",
                "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                aws.endpoint().toString()),
            "--profile",
            profile);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(aws.calls()).endsWith(call);
  }

  private Run list(Map<String, String> environment, String... options) {
    var all = new HashMap<>(environment);
    all.put("AWS_ENDPOINT_URL", aws.endpoint().toString());
    all.put("HTTP_PROXY", "http://127.0.0.1:9");
    var arguments = new ArrayList<>(List.of("list", "--table", "inventory"));
    arguments.addAll(List.of(options));
    return cli.run(all, arguments.toArray(String[]::new));
  }

  private void signIn(Instant expiry) throws Exception {
    signIn(expiry, AwsStandIn.TOKEN);
  }

  /** As "aws sso login" stores a token, without one that refreshes it. */
  private void signIn(Instant expiry, String token) throws Exception {
    for (var key : List.of("company", OLD_URL)) {
      cli.write(
          "sso/cache/%s.json".formatted(hash("SHA-1", key)),
          """
          {"accessToken":"TOKEN","expiresAt":"EXPIRY","region":"us-east-1","startUrl":"URL"}\
          """
              .replace("TOKEN", token)
              .replace("EXPIRY", expiry.toString())
              .replace("URL", OLD_URL));
    }
  }

  private static String hash(String algorithm, String text) throws Exception {
    var digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
