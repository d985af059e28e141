package dev.bedrockinventory.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.settings.InvalidSettingsException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proxy a request uses, by the rules of the AWS CLI. */
final class ProxySettingsTest {
  private static final URI AWS = URI.create("https://bedrock.us-east-1.amazonaws.com");
  private static final URI PLAIN = URI.create("http://bedrock.example.com:8080");

  @Test
  void theSchemeOfTheTargetChoosesTheVariable() {
    var environment =
        Map.of("HTTPS_PROXY", "http://secure.example.com:3128", "HTTP_PROXY", "plain.example.com");

    assertThat(address(environment, AWS)).hasValue("http://secure.example.com:3128");
    assertThat(address(environment, PLAIN)).hasValue("http://plain.example.com:80");
    assertThat(address(Map.of("HTTP_PROXY", "http://plain.example.com"), AWS)).isEmpty();
  }

  @Test
  void theVariableInLowerCaseIsUsedEvenIfItIsEmpty() {
    assertThat(address(Map.of("HTTPS_PROXY", "http://a:1", "https_proxy", "http://b:2"), AWS))
        .hasValue("http://b:2");
    assertThat(address(Map.of("HTTPS_PROXY", "http://a:1", "https_proxy", ""), AWS)).isEmpty();
    assertThat(
            address(
                Map.of("https_proxy", "http://b:2", "NO_PROXY", "*", "no_proxy", "example.com"),
                AWS))
        .hasValue("http://b:2");
  }

  @Test
  void theHeaderOfAWebRequestIsNotAProxy() {
    var request = Map.of("HTTP_PROXY", "http://client.example.com", "REQUEST_METHOD", "GET");

    assertThat(address(request, PLAIN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "amazonaws.com, false",
    ".amazonaws.com, false",
    "' bedrock.us-east-1.AMAZONAWS.com ', false",
    "other.example.com;amazonaws.com, false",
    "bedrock.us-east-1.amazonaws.com:443, true",
    "aws.com, true",
    "east-1.amazonaws.com, true",
    "*, false",
    "*.amazonaws.com, true",
    "'', true"
  })
  void namesAndDomainsOfNoProxyAreReachedDirectly(String names, boolean isProxied) {
    var environment = Map.of("HTTPS_PROXY", "http://a:1", "NO_PROXY", names.replace(';', ','));

    assertThat(address(environment, AWS).isPresent()).isEqualTo(isProxied);
  }

  @Test
  void noProxyMayNameAPort() {
    var environment = Map.of("http_proxy", "http://a:1", "no_proxy", "example.com:8080");

    assertThat(address(environment, PLAIN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8000",
        "http://127.1.2.3",
        "http://localhost:8000",
        "http://LOCALHOST",
        "http://[::1]:8000"
      })
  void thisMachineIsNeverReachedThroughAProxy(String target) {
    assertThat(address(Map.of("http_proxy", "http://a:1"), URI.create(target))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1.example.com", "http://notlocalhost", "http://128.0.0.1"})
  void otherHostsAreNotThisMachine(String target) {
    assertThat(address(Map.of("http_proxy", "http://a:1"), URI.create(target))).isPresent();
  }

  @Test
  void userAndPasswordAreDecodedAndNeverShown() {
    var proxy =
        ProxySettings.of(Map.of("https_proxy", "http://al%40ice:s+cr%3Aet@a.example.com:8080"))
            .find(AWS)
            .orElseThrow();
    var login = proxy.login().orElseThrow();

    assertThat(login.getUserName()).isEqualTo("al@ice");
    assertThat(login.getPassword()).containsExactly("s+cr:et".toCharArray());
    assertThat(proxy).hasToString("http://a.example.com:8080 (https_proxy)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://u:secret@",
        "http://u:secret@a:port",
        "http://u:sec ret@a:1",
        "http://u:secret%zz@a:1",
        "http://u:secret@a:70000",
        "https://u:secret@a:1",
        "socks5://u:secret@a:1"
      })
  void aMalformedProxyIsNamedWithoutItsPassword(String value) {
    assertThatThrownBy(() -> ProxySettings.of(Map.of("HTTPS_PROXY", value)))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageStartingWith("HTTPS_PROXY ")
        .hasMessageContaining("set it to http://HOST:PORT")
        .hasMessageNotContaining("sec");
  }

  private static Optional<String> address(Map<String, String> environment, URI target) {
    return ProxySettings.of(environment).find(target).map(ProxyServer::address);
  }
}
