package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.context.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proxies, certificates and the settings of a profile, with a proxy and a TLS server of this
 * machine.
 */
final class NetworkTest {
  private static final String FILES = "aws.configFile";
  private static final String CONFIG =
      """
      [profile plain]
      region = us-east-1
      aws_access_key_id = AKIAPLAIN
      aws_secret_access_key = secret

      [profile fips]
      region = us-east-1
      use_fips_endpoint = true
      aws_access_key_id = AKIAFIPS
      aws_secret_access_key = secret

      [profile dual]
      region = us-east-1
      use_dualstack_endpoint = true
      aws_access_key_id = AKIADUAL
      aws_secret_access_key = secret

      [profile bundle]
      region = us-east-1
      ca_bundle = @BUNDLE@
      aws_access_key_id = AKIABUNDLE
      aws_secret_access_key = secret

      [profile endpoint]
      region = us-east-1
      use_fips_endpoint = true
      endpoint_url = @LOCAL@
      aws_access_key_id = AKIAENDPOINT
      aws_secret_access_key = secret

      [profile services]
      region = us-east-1
      endpoint_url = http://127.0.0.1:9
      services = local
      aws_access_key_id = AKIASERVICES
      aws_secret_access_key = secret

      [profile ignored]
      region = us-east-1
      services = local
      ignore_configured_endpoint_urls = true
      aws_access_key_id = AKIAIGNORED
      aws_secret_access_key = secret

      [services local]
      dynamodb =
        endpoint_url = @LOCAL@

      [profile no-url]
      region = us-east-1
      endpoint_url = localhost
      aws_access_key_id = AKIANOURL
      aws_secret_access_key = secret

      [profile retries]
      region = us-east-1
      max_attempts = many
      aws_access_key_id = AKIARETRIES
      aws_secret_access_key = secret

      [profile once]
      region = us-east-1
      max_attempts = 1
      aws_access_key_id = AKIAONCE
      aws_secret_access_key = secret

      [profile twice]
      region = us-east-1
      max_attempts = 2
      retry_mode = adaptive
      aws_access_key_id = AKIATWICE
      aws_secret_access_key = secret
      """;

  private static TestCertificate certificate;
  private static AwsStandIn aws;

  private final AwsStandIn local = AwsStandIn.plain();
  private TestProxy proxy;
  private Path config;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    certificate =
        TestCertificate.in(
            folder,
            List.of(
                "dynamodb.us-east-1.amazonaws.com",
                "dynamodb-fips.us-east-1.amazonaws.com",
                "dynamodb.us-east-1.api.aws",
                "pricing.us-east-1.amazonaws.com"));
    aws = AwsStandIn.withTls(certificate);
  }

  @BeforeEach
  void configure(@TempDir Path folder) throws IOException {
    proxy = TestProxy.to(aws.port());
    config = folder.resolve("config");
    Files.writeString(
        config,
        CONFIG
            .replace("@BUNDLE@", certificate.bundle().toString())
            .replace("@LOCAL@", local.endpoint().toString()));
    System.setProperty(FILES, config.toString());
  }

  @AfterEach
  void close() throws IOException {
    System.clearProperty(FILES);
    proxy.close();
    local.close();
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY, plain, dynamodb.us-east-1.amazonaws.com",
    "https_proxy, plain, dynamodb.us-east-1.amazonaws.com",
    "HTTPS_PROXY, fips, dynamodb-fips.us-east-1.amazonaws.com",
    "HTTPS_PROXY, dual, dynamodb.us-east-1.api.aws",
  })
  void awsIsReachedThroughTheProxyOfItsScheme(String variable, String profile, String host) {
    var run = list(Map.of(variable, proxy.url(), "AWS_CA_BUNDLE", bundle()), profile);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(proxy.requests()).containsExactly("CONNECT %s:443".formatted(host));
  }

  @Test
  void theBundleOfTheProfileIsTrusted() {
    var run = list(Map.of("HTTPS_PROXY", proxy.url()), "bundle");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
  }

  @Test
  void aPlainEndpointUsesTheProxyOfPlainTargets() throws IOException {
    try (var plain = TestProxy.to(local.port())) {
      var run =
          list(
              Map.of("HTTP_PROXY", plain.url(), "HTTPS_PROXY", proxy.url()),
              "fips",
              "--endpoint-url-dynamodb",
              "http://dynamodb.example.com:8000");

      assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
      assertThat(plain.requests()).containsExactly("POST http://dynamodb.example.com:8000/");
      assertThat(proxy.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"endpoint, AKIAENDPOINT", "services, AKIASERVICES"})
  void theEndpointOfAProfileIsUsedWithoutAProxy(String profile, String key) {
    var dead = "http://127.0.0.1:9";

    var run = list(Map.of("HTTP_PROXY", dead, "HTTPS_PROXY", dead), profile);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(local.calls()).endsWith("Query by " + key);
  }

  @Test
  void theVariableOfAServiceComesBeforeTheProfile() {
    var run = list(Map.of("AWS_ENDPOINT_URL_DYNAMODB", local.endpoint().toString()), "services");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
  }

  @Test
  void configuredEndpointsCanBeIgnored() {
    var run = list(Map.of("HTTPS_PROXY", proxy.url(), "AWS_CA_BUNDLE", bundle()), "ignored");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(local.calls()).isEmpty();
  }

  @Test
  void anUntrustedCertificateNamesTheHost() {
    var run = list(Map.of("HTTPS_PROXY", proxy.url()), "plain");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains(
            "the certificate of dynamodb.us-east-1.amazonaws.com is not accepted with the CA"
                + " certificates of Java")
        .contains("set AWS_CA_BUNDLE")
        .hasLineCount(1);
  }

  @Test
  void aCertificateThatTheBundleDoesNotCoverNamesHostAndBundle(@TempDir Path folder) {
    var other = TestCertificate.in(folder, List.of("other.example.com")).bundle();

    var run = list(Map.of("HTTPS_PROXY", proxy.url(), "AWS_CA_BUNDLE", other.toString()), "plain");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("the certificate of dynamodb.us-east-1.amazonaws.com is not accepted")
        .contains("AWS_CA_BUNDLE (%s)".formatted(other))
        .hasLineCount(1);
  }

  @Test
  void aProxyThatDoesNotRespondIsNamedWithoutItsPassword() {
    var run = list(Map.of("HTTPS_PROXY", "http://alice:secret@127.0.0.1:9"), "plain");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains(
            "no connection to dynamodb.us-east-1.amazonaws.com: the proxy http://127.0.0.1:9"
                + " (HTTPS_PROXY) does not respond")
        .doesNotContain("secret")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({"once, 1", "twice, 2", "plain, 3"})
  void theProfileLimitsTheAttemptsOfACall(String profile, int attempts) throws IOException {
    try (var closed = TestProxy.to(aws.port(), "alice:right")) {
      var run = list(Map.of("HTTPS_PROXY", closed.url("alice:wrong")), profile);

      assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(closed.refusals()).isEqualTo(attempts);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY, 'http://alice:sec ret@proxy', HTTPS_PROXY is not the URL of a proxy",
    "HTTPS_PROXY, socks5://proxy:1080, only http is supported",
    "AWS_CA_BUNDLE, /nonexistent/ca.pem, AWS_CA_BUNDLE: the file '/nonexistent/ca.pem' cannot be"
        + " read",
    "AWS_CA_BUNDLE, /dev/null, contains no PEM certificate",
    "AWS_MAX_ATTEMPTS, 0, AWS_MAX_ATTEMPTS is '0'; set it to a number from 1 to 99",
    "AWS_RETRY_MODE, often, 'AWS_RETRY_MODE is ''often''; set it to one of legacy, standard,"
        + " adaptive'"
  })
  void aSettingThatIsNotValidIsNamed(String variable, String value, String message) {
    var run = list(Map.of(variable, value), "plain");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains(message).doesNotContain("sec ret").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "no-url, 'profile ''no-url'': endpoint_url is ''localhost''; set it to a URL'",
    "retries, 'profile ''retries'': max_attempts is ''many''; set it to a number'"
  })
  void aSettingOfTheProfileThatIsNotValidIsNamed(String profile, String message) {
    var run = list(Map.of(), profile);

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains(message).hasLineCount(1);
  }

  @Test
  void aConfigurationFileWithAnErrorIsNamedWithItsLine() throws IOException {
    Files.writeString(config, "[profile plain]\nregion = us-east-1\nno equals sign\n");

    var run = list(Map.of(), "plain");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err())
        .contains("AWS configuration file '%s' cannot be read".formatted(config))
        .contains("line 3")
        .hasLineCount(1);
  }

  @Test
  void thePriceListIsReadThroughTheSameProxyWithTheSameCertificates(@TempDir Path folder)
      throws IOException {
    var prices =
        Files.writeString(folder.resolve("prices.json"), "{\"currency\":\"USD\",\"prices\":[]}");
    var environment = new HashMap<>(Map.of("HTTPS_PROXY", proxy.url()));

    var untrusted = prices(environment, prices);
    environment.put("AWS_CA_BUNDLE", bundle());
    var trusted = prices(environment, prices);

    assertThat(untrusted.err()).contains("the certificate of pricing.us-east-1.amazonaws.com");
    assertThat(trusted.err()).doesNotContain("certificate").contains("price list https://pricing");
    assertThat(proxy.requests()).containsExactly("CONNECT pricing.us-east-1.amazonaws.com:443");
  }

  private static Run prices(Map<String, String> environment, Path file) {
    return Run.of(Instant.EPOCH, environment, "prices", "--update", "--prices", file.toString());
  }

  private static String bundle() {
    return certificate.bundle().toString();
  }

  private static Run list(Map<String, String> environment, String profile, String... options) {
    var arguments =
        Stream.concat(
            Stream.of("list", "--table", "inventory", "--profile", profile), Stream.of(options));
    return Run.of(Instant.EPOCH, environment, arguments.toArray(String[]::new));
  }
}
