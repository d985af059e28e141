package dev.bedrockinventory.functions;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Responds to every call without a network: an account with one resource of each kind, and an empty
 * ledger that accepts every write. Thread-safe.
 */
final class PrimingHttpClient implements SdkHttpClient {
  /** Responds by the operation, for the services that send it in a header. */
  private static final Map<String, String> BODIES =
      Map.of(
          "GetParametersByPath",
          "{\"Parameters\":[{\"Name\":\"/priming/accounts\",\"Value\":\"[\\\"here\\\"]\"}]}",
          "GetResources",
          "{\"ResourceTagMappingList\":[],\"PaginationToken\":\"\"}",
          "PutEvents",
          "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"priming\"}]}",
          "Query",
          "{\"Items\":[],\"Count\":0}",
          "SendMessageBatch",
          "{\"Successful\":[],\"Failed\":[]}");

  private final String account;
  private final String region;

  PrimingHttpClient(String account, String region) {
    this.account = account;
    this.region = region;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    var body = body(request.httpRequest()).getBytes(StandardCharsets.UTF_8);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        return HttpExecuteResponse.builder()
            .response(SdkHttpResponse.builder().statusCode(200).build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
            .build();
      }

      @Override
      public void abort() {}
    };
  }

  @Override
  public String clientName() {
    return "Priming";
  }

  @Override
  public void close() {}

  private String body(SdkHttpRequest request) {
    return request
        .firstMatchingHeader("X-Amz-Target")
        .map(target -> BODIES.getOrDefault(target.substring(target.lastIndexOf('.') + 1), "{}"))
        .orElseGet(() -> bedrock(request));
  }

  private String bedrock(SdkHttpRequest request) {
    return switch (request.encodedPath()) {
      case "/inference-profiles" -> "{\"inferenceProfileSummaries\":[" + profile(request) + "]}";
      case "/imported-models" -> "{\"modelSummaries\":[" + model() + "]}";
      case "/listTagsForResource" -> "{\"tags\":[]}";
      case String path when path.startsWith("/imported-models/") -> model();
      default -> profile(request);
    };
  }

  private String profile(SdkHttpRequest request) {
    var isApplication =
        request.encodedPath().contains("application-inference-profile")
            || request.firstMatchingRawQueryParameter("type").equals(Optional.of("APPLICATION"));
    return """
    {"inferenceProfileName":"priming","inferenceProfileId":"priming000001",
     "inferenceProfileArn":"arn:aws:bedrock:%1$s:%2$s:%3$s/priming000001",
     "createdAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z",
     "models":[{"modelArn":"arn:aws:bedrock:%1$s::foundation-model/priming"}],
     "status":"ACTIVE","type":"%4$s"}\
    """
        .formatted(
            region,
            account,
            isApplication ? "application-inference-profile" : "inference-profile",
            isApplication ? "APPLICATION" : "SYSTEM_DEFINED");
  }

  private String model() {
    return """
    {"modelName":"priming","creationTime":"2026-01-01T00:00:00Z",
     "modelArn":"arn:aws:bedrock:%s:%s:imported-model/priming00001"}\
    """
        .formatted(region, account);
  }
}
