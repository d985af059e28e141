package dev.bedrockinventory.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/** Which failures are explained by the network settings, and which are left as they are. */
final class NetworkExceptionTest {
  private static final URI TARGET = URI.create("https://sts.us-east-1.amazonaws.com");

  private final NetworkSettings proxied =
      NetworkSettings.of(Map.of("HTTPS_PROXY", "http://alice:secret@proxy.example.com"));

  @Test
  void aHostThatTheProxyRefusesIsNamed() {
    var refused =
        new IOException("Unable to tunnel through proxy. Proxy returns \"HTTP/1.1 403 Forbidden\"");

    assertThat(proxied.explained(TARGET, refused))
        .isInstanceOf(NetworkException.class)
        .hasMessageStartingWith(
            "no connection to sts.us-east-1.amazonaws.com: the proxy http://proxy.example.com:80"
                + " (HTTPS_PROXY) refused it")
        .hasMessageContaining("403 Forbidden")
        .hasMessageContaining("add it to NO_PROXY")
        .hasMessageNotContaining("secret")
        .hasCause(refused);
  }

  @Test
  void otherFailuresStayAsTheyAre() {
    var reset = new SocketException("Connection reset");
    var noTls = new SSLException("Unsupported or unrecognized SSL message");

    assertThat(proxied.explained(TARGET, reset)).isSameAs(reset);
    assertThat(proxied.explained(TARGET, noTls)).isSameAs(noTls);
    assertThat(NetworkSettings.of(Map.of()).explained(TARGET, reset)).isSameAs(reset);
  }

  @Test
  void anExplanationIsFoundAmongTheCauses() {
    var explained = proxied.explained(TARGET, new IOException("Unable to tunnel through proxy"));

    assertThat(NetworkException.find(new IllegalStateException(explained)))
        .hasValue(explained.getMessage());
    assertThat(NetworkException.find(new IllegalStateException())).isEmpty();
  }
}
