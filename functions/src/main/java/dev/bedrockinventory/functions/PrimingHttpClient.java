package dev.bedrockinventory.functions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.settings.Hub;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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

  private static final String CREATED_AT = "2026-01-01T00:00:00Z";

  private final Hub hub;
  private final Map<String, String> responses;

  /**
   * A client for the functions of this hub.
   *
   * @param responses the responses of operations that differ, by the operation
   */
  PrimingHttpClient(Hub hub, Map<String, String> responses) {
    this.hub = hub;
    this.responses = new HashMap<>(BODIES);
    this.responses.putAll(responses);
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
        .map(target -> responses.getOrDefault(target.substring(target.lastIndexOf('.') + 1), "{}"))
        .orElseGet(() -> bedrock(request));
  }

  private String bedrock(SdkHttpRequest request) {
    return switch (request.encodedPath()) {
      case "/inference-profiles" -> list("inferenceProfileSummaries", profile(request));
      case "/imported-models" -> list("modelSummaries", model());
      case "/listTagsForResource" -> "{\"tags\":[]}";
      case String path when path.startsWith("/imported-models/") -> model().toString();
      default -> profile(request).toString();
    };
  }

  private static String list(String member, ObjectNode element) {
    var list = JsonNodeFactory.instance.objectNode();
    list.putArray(member).add(element);
    return list.toString();
  }

  private ObjectNode profile(SdkHttpRequest request) {
    var isApplication =
        request.encodedPath().contains("application-inference-profile")
            || request.firstMatchingRawQueryParameter("type").equals(Optional.of("APPLICATION"));
    var arnType = isApplication ? "application-inference-profile" : "inference-profile";
    var profile =
        JsonNodeFactory.instance
            .objectNode()
            .put("inferenceProfileName", "priming")
            .put("inferenceProfileId", "priming000001")
            .put("inferenceProfileArn", arn(hub.account(), arnType + "/priming000001"))
            .put("createdAt", CREATED_AT)
            .put("updatedAt", CREATED_AT)
            .put("status", "ACTIVE")
            .put("type", isApplication ? "APPLICATION" : "SYSTEM_DEFINED");
    profile.putArray("models").addObject().put("modelArn", arn("", "foundation-model/priming"));
    return profile;
  }

  private ObjectNode model() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("modelName", "priming")
        .put("creationTime", CREATED_AT)
        .put("modelArn", arn(hub.account(), "imported-model/priming00001"));
  }

  private String arn(String owner, String resource) {
    return "arn:aws:bedrock:%s:%s:%s".formatted(hub.region(), owner, resource);
  }
}
