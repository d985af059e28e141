package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.context.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line that ends a command whose profile has no valid credentials. */
final class SignInTest {
  private static final String FILES = "aws.configFile";
  private static final String CONFIG =
      """
      [profile corp]
      sso_session = company-without-any-token
      sso_account_id = 111122223333
      sso_role_name = Reader
      region = us-east-1

      [sso-session company-without-any-token]
      sso_region = us-east-1
      sso_start_url = https://company.awsapps.com/start

      [profile old]
      sso_start_url = https://company-without-any-token.awsapps.com/start
      sso_region = us-east-1
      sso_account_id = 111122223333
      sso_role_name = Reader
      region = us-east-1

      [profile auditor]
      role_arn = arn:aws:iam::444455556666:role/Auditor
      source_profile = corp
      region = us-east-1

      [profile login]
      login_session = arn:aws:iam::111122223333:user/without-any-token
      region = us-east-1

      [profile process]
      credential_process = sh -c "echo the vault is locked >&2; exit 7"
      region = us-east-1

      [profile no-json]
      credential_process = echo AKIASECRET
      region = us-east-1

      [profile web]
      role_arn = arn:aws:iam::444455556666:role/Auditor
      web_identity_token_file = /nonexistent/token
      region = us-east-1

      [profile empty]
      region = us-east-1

      [profile no-session]
      sso_session = nosuch
      sso_account_id = 111122223333
      sso_role_name = Reader
      region = us-east-1

      [profile no-account]
      sso_session = company-without-any-token
      region = us-east-1

      [profile no-source]
      role_arn = arn:aws:iam::444455556666:role/Auditor
      source_profile = nosuch
      region = us-east-1
      """;

  @BeforeEach
  void configure(@TempDir Path folder) throws IOException {
    System.setProperty(FILES, Files.writeString(folder.resolve("config"), CONFIG).toString());
  }

  @AfterEach
  void reset() {
    System.clearProperty(FILES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "corp | profile 'corp' is not signed in, or its sign-in has expired; run: aws sso login"
            + " --profile corp",
        "old | profile 'old' is not signed in, or its sign-in has expired; run: aws sso login"
            + " --profile old",
        "auditor | profile 'corp' is not signed in, or its sign-in has expired; run: aws sso login"
            + " --profile corp",
        "login | profile 'login' is not signed in, or its sign-in has expired; run: aws login"
            + " --profile login",
        "process | credential_process of profile 'process' failed with exit code 7 (the vault is"
            + " locked); run its command to see why",
        "no-json | credential_process of profile 'no-json' did not print valid credentials; its"
            + " command must print JSON with Version 1, AccessKeyId and SecretAccessKey",
        "web | web_identity_token_file '/nonexistent/token' of profile 'web' cannot be read; check"
            + " the path",
        "empty | profile 'empty' has no credentials; run aws configure sso --profile empty, or aws"
            + " login --profile empty",
        "no-session | profile 'no-session' cannot be used: Sso-session section not found with"
            + " sso-session title nosuch; fix it in your AWS configuration files",
        "no-account | profile 'no-account' cannot be used: Profile property 'sso_account_id' was"
            + " not configured for 'no-account'; fix it in your AWS configuration files",
        "no-source | profile 'no-source' cannot be used: its source_profile 'nosuch' is not in your"
            + " AWS configuration files; fix it there",
      })
  void oneLineSaysWhatToDo(String profile, String message) {
    var run = Run.of(Instant.EPOCH, Map.of(), "list", "--table", "inventory", "--profile", profile);

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).isEqualTo("inventory: " + message + "\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aSweepWithoutASignInRecordsNothing(@TempDir Path folder) {
    var ledger = folder.resolve("ledger");

    var run =
        Run.of(
            Instant.EPOCH,
            Map.of(),
            "sweep",
            "--data",
            ledger.toString(),
            "--account",
            "111122223333",
            "--profile",
            "corp");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).endsWith("run: aws sso login --profile corp\n").hasLineCount(1);
    assertThat(ledger).doesNotExist();
  }
}
