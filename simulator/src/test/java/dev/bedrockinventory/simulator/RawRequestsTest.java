package dev.bedrockinventory.simulator;

import static dev.bedrockinventory.simulator.TestClients.ACCOUNT;
import static dev.bedrockinventory.simulator.TestClients.OHIO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What other clients send than the Java SDK does. */
final class RawRequestsTest {
  private static final String ARN =
      "arn:aws:bedrock:us-east-2:111122223333:inference-profile/us.deepseek.r1-v1:0";
  private static final String LIST_TAGS = "{\"resourceARN\":\"" + ARN + "\"}";

  private final Simulator simulator = Simulator.start(0, new ManualClock(), 23);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    simulator.close();
  }

  @Test
  void anArnInThePathMayBeEncodedOrNot() throws IOException, InterruptedException {
    String encoded = ARN.replace(":", "%3A").replace("/", "%2F");

    var plain = send(request("/inference-profiles/" + ARN).GET());
    var percent = send(request("/inference-profiles/" + encoded).GET());

    assertThat(plain.statusCode()).isEqualTo(200);
    assertThat(percent.body()).isEqualTo(plain.body()).contains("US DeepSeek-R1");
  }

  @Test
  void aChunkedBodyIsRead() throws IOException, InterruptedException {
    byte[] body = LIST_TAGS.getBytes(StandardCharsets.UTF_8);
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

    var answer = send(request("/listTagsForResource").POST(chunked));

    assertThat(answer.body()).isEqualTo("{\"tags\":[]}");
  }

  @Test
  void aClientMayWaitForContinue() throws IOException, InterruptedException {
    var answer =
        send(
            request("/listTagsForResource")
                .expectContinue(true)
                .POST(BodyPublishers.ofString(LIST_TAGS)));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyThatIsNoJsonObjectIsASerializationException() throws IOException, InterruptedException {
    for (String body : new String[] {"{", "[]", "{} {}"}) {
      var answer = send(request("/tagResource").POST(BodyPublishers.ofString(body)));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
          .contains("SerializationException");
    }
  }

  @Test
  void anUnknownPathIsAnUnknownOperation() throws IOException, InterruptedException {
    var answer = send(request("/guardrails").GET());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
        .contains("UnknownOperationException");
  }

  @Test
  void aSignatureWithoutScopeIsIncomplete() throws IOException, InterruptedException {
    var answer =
        send(
            HttpRequest.newBuilder(simulator.endpoint().resolve("/imported-models"))
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=key, Signature=00"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
        .contains("IncompleteSignatureException");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(simulator.endpoint() + path))
        .version(HttpClient.Version.HTTP_1_1)
        .header(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential="
                + ACCOUNT
                + "carol/20260301/"
                + OHIO
                + "/bedrock/aws4_request, SignedHeaders=host, Signature=00");
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
