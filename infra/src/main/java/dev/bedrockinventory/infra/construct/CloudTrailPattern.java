package dev.bedrockinventory.infra.construct;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;

/**
 * The patterns of the CloudTrail events that the inventory processes: calls that changed an
 * inventoried resource, or failed to. Each is one rule on a bus.
 */
public enum CloudTrailPattern {
  /** Calls of Bedrock itself. Its tag calls may be for any Bedrock resource. */
  BEDROCK("Bedrock", "aws.bedrock", "bedrock.amazonaws.com"),

  /** Calls of the tagging service that name a Bedrock resource. */
  TAGGING("Tagging", "aws.tagging", "tagging.amazonaws.com");

  /** The {@code detail-type} of the events. */
  public static final String DETAIL_TYPE = "AWS API Call via CloudTrail";

  private final String id;
  private final String source;
  private final String eventSource;

  CloudTrailPattern(String id, String source, String eventSource) {
    this.id = id;
    this.source = source;
    this.eventSource = eventSource;
  }

  /** The id of its constructs. */
  public String id() {
    return id;
  }

  /** The {@code source} of the events; only AWS services can send events with it. */
  public String source() {
    return source;
  }

  /** The event pattern of the rule, for the partition of the stack. */
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
