package dev.bedrockinventory.infra.construct;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;

/**
 * CloudTrail's records that the inventory wants to hear, as EventBridge tells them: those of calls
 * that change an inventoried resource, or tried to. Each is one rule on a bus.
 */
public enum CloudTrailPattern {
  /** Calls of Bedrock itself; one of its tag calls may be about any of its resources. */
  BEDROCK("Bedrock", "aws.bedrock", "bedrock.amazonaws.com"),

  /** Calls of the tagging service, which is every service's: only those that name Bedrock's. */
  TAGGING("Tagging", "aws.tagging", "tagging.amazonaws.com");

  /** What the envelope of a record says that it is. */
  public static final String DETAIL_TYPE = "AWS API Call via CloudTrail";

  private final String id;
  private final String source;
  private final String eventSource;

  CloudTrailPattern(String id, String source, String eventSource) {
    this.id = id;
    this.source = source;
    this.eventSource = eventSource;
  }

  /** What a construct about it is called. */
  public String id() {
    return id;
  }

  /** The envelope's source; only AWS itself can put an event with it on a bus. */
  public String source() {
    return source;
  }

  /** The pattern of a rule in the stack's partition. */
  public Map<String, Object> pattern(Stack stack) {
    return Map.of(
        "source", List.of(source), "detail-type", List.of(DETAIL_TYPE), "detail", detail(stack));
  }

  private Map<String, Object> detail(Stack stack) {
    var detail = new TreeMap<String, Object>();
    detail.put("eventSource", List.of(eventSource));
    detail.put("eventName", eventNames());
    if (this == TAGGING) {
      var prefix = "arn:%s:bedrock:".formatted(stack.getPartition());
      detail.put("requestParameters", Map.of("resourceARNList", List.of(Map.of("prefix", prefix))));
    }
    return detail;
  }

  private List<String> eventNames() {
    return switch (this) {
      case BEDROCK ->
          List.of(
              "CreateInferenceProfile",
              "CreateModelImportJob",
              "DeleteImportedModel",
              "DeleteInferenceProfile",
              "TagResource",
              "UntagResource");
      case TAGGING -> List.of("TagResources", "UntagResources");
    };
  }
}
