package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.context.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Network settings that hold for the whole process: of the SDK's own clients, and of the JDK. */
final class NetworkProcessTest {
  private static final String DEAD = "http://127.0.0.1:9";

  private static TestCertificate certificate;
  private static AwsStandIn aws;

  private CliProcess cli;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    certificate =
        TestCertificate.in(
            folder,
            List.of(
                "portal.sso.us-east-1.amazonaws.com",
                "sts-fips.us-east-1.amazonaws.com",
                "dynamodb-fips.us-east-1.amazonaws.com",
                "dynamodb.us-east-1.amazonaws.com"));
    aws = AwsStandIn.withTls(certificate);
  }

  @BeforeEach
  void live(@TempDir Path home) {
    cli = new CliProcess(home);
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @Test
  void theOptionTakesAllSettingsOfTheProfileForSigningInToo() throws IOException {
    cli.write(
        "config",
        """
        [profile auditor]
        role_arn = arn:aws:iam::444455556666:role/Auditor
        source_profile = keys
        region = us-east-1
        use_fips_endpoint = true
        ca_bundle = BUNDLE

        [profile keys]
        aws_access_key_id = AKIAKEYS
        aws_secret_access_key = secret
        """
            .replace("BUNDLE", certificate.bundle().toString()));
    try (var proxy = TestProxy.to(aws.port())) {
      var run = list(Map.of("HTTPS_PROXY", proxy.url()), "--profile", "auditor");

      assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
      assertThat(proxy.requests())
          .containsExactly(
              "CONNECT sts-fips.us-east-1.amazonaws.com:443",
              "CONNECT dynamodb-fips.us-east-1.amazonaws.com:443");
    }
  }

  @Test
  void credentialsOfAContainerAreReadWithoutTheProxy() throws IOException {
    try (var container = AwsStandIn.plain();
        var proxy = TestProxy.to(aws.port())) {
      var run =
          list(
              Map.of(
                  "HTTPS_PROXY",
                  proxy.url(),
                  "HTTP_PROXY",
                  DEAD,
                  "AWS_CA_BUNDLE",
                  certificate.bundle().toString(),
                  "AWS_REGION",
                  "us-east-1",
                  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                  container.endpoint() + "/container"));

      assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
      assertThat(container.calls()).containsExactly("container");
      assertThat(aws.calls()).endsWith("Query by ASIACONTAINER");
    }
  }

  @Test
  void aProxyWithALoginIsUsed() throws IOException {
    try (var proxy = TestProxy.to(aws.port(), "alice:p@ss")) {
      var accepted = list(keys(proxy.url("alice:p%40ss")));
      var before = proxy.refusals();
      var rejected = list(keys(proxy.url("alice:wrong")));

      assertThat(accepted.exitCode()).as(accepted.err()).isEqualTo(ExitCode.SUCCESS);
      assertThat(rejected.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(rejected.err())
          .contains("the proxy %s (HTTPS_PROXY) does not accept".formatted(proxy.url()))
          .doesNotContain("wrong")
          .hasLineCount(1);
      assertThat(proxy.refusals() - before).isLessThan(10);
    }
  }

  @Test
  void noSettingOfTheNetworkBreaksTheDemo() throws IOException {
    cli.write(
        "config",
        """
        [default]
        use_fips_endpoint = true
        endpoint_url = http://127.0.0.1:9
        ca_bundle = /nonexistent
        max_attempts = many
        """);
    var hostile =
        Map.of(
            "HTTPS_PROXY",
            DEAD,
            "HTTP_PROXY",
            DEAD,
            "AWS_USE_FIPS_ENDPOINT",
            "true",
            "AWS_USE_DUALSTACK_ENDPOINT",
            "true",
            "AWS_CA_BUNDLE",
            "/dev/null");

    var run = cli.run(hostile, "demo", "--once", "-o", "jsonl");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(run.out()).contains("\"verified\":true");
  }

  @Test
  void aConfigurationFileWithAnErrorEndsTheDemoWithOneLine() {
    cli.write("config", "not a configuration file");

    var run = cli.run(Map.of(), "demo", "--once");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err())
        .contains("AWS configuration file '%s' ".formatted(cli.home().resolve(".aws/config")))
        .contains("line 1");
  }

  private static Map<String, String> keys(String proxy) {
    return Map.of(
        "HTTPS_PROXY",
        proxy,
        "AWS_CA_BUNDLE",
        certificate.bundle().toString(),
        "AWS_REGION",
        "us-east-1",
        "AWS_ACCESS_KEY_ID",
        "AKIAKEYS",
        "AWS_SECRET_ACCESS_KEY",
        "secret");
  }

  private Run list(Map<String, String> environment, String... options) {
    var arguments = new ArrayList<>(List.of("list", "--table", "inventory"));
    arguments.addAll(List.of(options));
    return cli.run(environment, arguments.toArray(String[]::new));
  }
}
