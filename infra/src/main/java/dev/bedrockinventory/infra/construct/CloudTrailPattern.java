package dev.bedrockinventory.infra.construct;

import dev.bedrockinventory.model.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;

/**
 * The patterns of the CloudTrail events that the inventory processes: calls that changed an
 * inventoried resource, or failed to. Each is one rule on a bus.
 */
public enum CloudTrailPattern {
  /** Calls of Bedrock itself. */
  BEDROCK("Bedrock", "aws.bedrock", "bedrock.amazonaws.com"),

  /** Calls of the tagging service that name a Bedrock resource. */
  TAGGING("Tagging", "aws.tagging", "tagging.amazonaws.com");

  /** The {@code detail-type} of the events. */
  public static final String DETAIL_TYPE = "AWS API Call via CloudTrail";

  /** These calls are only of inventoried types; they name a resource by ARN, id or name. */
  private static final List<String> OWN_EVENTS =
      List.of(
          "CreateInferenceProfile",
          "CreateModelImportJob",
          "DeleteImportedModel",
          "DeleteInferenceProfile");

  /** Agents, knowledge bases, flows and prompts have calls of these names, too. */
  private static final List<String> TAG_EVENTS = List.of("TagResource", "UntagResource");

  private static final List<String> TAGGING_EVENTS = List.of("TagResources", "UntagResources");

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

  /**
   * The pattern of the rule on a default bus: events of the stack's account and region. A tag event
   * must name a resource of an inventoried type by its ARN.
   */
  public Map<String, Object> ofDefaultBus(Stack stack) {
    var arns =
        Arrays.stream(Kind.values())
            .map(kind ->
                "arn:%s:bedrock:%s:%s:%s/"
                    .formatted(
                        stack.getPartition(),
                        stack.getRegion(),
                        stack.getAccount(),
                        kind.arnType()))
            .toList();
    return switch (this) {
      case BEDROCK ->
          pattern(
              Map.of(
                  "$or",
                  List.of(
                      Map.of("eventName", OWN_EVENTS),
                      tags(TAG_EVENTS, "resourceARN", arns),
                      tags(TAG_EVENTS, "resourceArn", arns))));
      case TAGGING -> pattern(tags(TAGGING_EVENTS, "resourceARNList", arns));
    };
  }

  /**
   * The pattern of the rule on the hub bus: events of any account and region, which the rules on
   * the default buses there have selected.
   */
  public Map<String, Object> ofHubBus(Stack stack) {
    return switch (this) {
      case BEDROCK ->
          pattern(
              Map.of(
                  "eventName", Stream.of(OWN_EVENTS, TAG_EVENTS).flatMap(List::stream).toList()));
      case TAGGING ->
          pattern(
              tags(
                  TAGGING_EVENTS,
                  "resourceARNList",
                  List.of("arn:%s:bedrock:".formatted(stack.getPartition()))));
    };
  }

  /** Events with one of these names about an ARN with one of these beginnings. */
  private static Map<String, Object> tags(List<String> events, String member, List<String> arns) {
    var prefixes = arns.stream().map(arn -> Map.of("prefix", arn)).toList();
    return Map.of("eventName", events, "requestParameters", Map.of(member, prefixes));
  }

  private Map<String, Object> pattern(Map<String, Object> detail) {
    var members = new TreeMap<>(detail);
    members.put("eventSource", List.of(eventSource));
    return Map.of(
        "source", List.of(source), "detail-type", List.of(DETAIL_TYPE), "detail", members);
  }
}
