package dev.bedrockinventory.cloudtrail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Evidence.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Parses CloudTrail records in the envelope of EventBridge. The members are those of the services'
 * public models; sensitive ones are redacted in records, and none is needed.
 */
public final class CloudTrailParser {
  private static final String DETAIL_TYPE = "AWS API Call via CloudTrail";

  /** Only AWS can put events of these sources on a bus, so they are trusted. */
  private static final Set<String> SOURCES = Set.of("aws.bedrock", "aws.tagging");

  private final JsonNode envelope;
  private final JsonNode detail;

  private CloudTrailParser(JsonNode envelope) {
    this.envelope = envelope;
    this.detail = envelope.path("detail");
  }

  /** Parses an event. */
  public static CloudTrailEvent read(String json) {
    return CanonicalJson.find(json)
        .map(envelope -> new CloudTrailParser(envelope).parse())
        .orElseGet(() -> new CloudTrailEvent.Malformed("the event is not valid JSON"));
  }

  private CloudTrailEvent parse() {
    if (!DETAIL_TYPE.equals(text(envelope, "detail-type"))) {
      return new CloudTrailEvent.Malformed(
          "the event's detail-type is not '%s'".formatted(DETAIL_TYPE));
    }
    if (!SOURCES.contains(text(envelope, "source"))) {
      return new CloudTrailEvent.Malformed("the event's source is not one of " + SOURCES);
    }
    for (var member : new String[] {"eventID", "eventName", "eventTime"}) {
      if (text(detail, member).isEmpty()) {
        return new CloudTrailEvent.Malformed("the event lacks detail." + member);
      }
    }
    if (text(envelope, "account").isEmpty() || region().isEmpty()) {
      return new CloudTrailEvent.Malformed("the event lacks its account or region");
    }
    return at().map(this::parse)
        .orElseGet(() -> new CloudTrailEvent.Malformed("detail.eventTime is not a valid instant"));
  }

  private CloudTrailEvent parse(Instant at) {
    var resources = resources();
    if (resources.isEmpty()) {
      return mustNameResource()
          ? new CloudTrailEvent.Malformed(
              "the %s event names no resource".formatted(text(detail, "eventName")))
          : new CloudTrailEvent.Irrelevant();
    }
    return new CloudTrailEvent.Relevant(
        new CloudTrailCall(
            text(envelope, "account"),
            region(),
            text(detail, "eventID"),
            text(detail, "eventName"),
            at,
            new IdentityParser(detail).actor(),
            text(detail, "sourceIPAddress"),
            text(detail, "userAgent"),
            text(detail, "requestID"),
            copiedFrom(),
            tags(),
            resources));
  }

  /** The resources as the request named them; a failed creation has none. */
  private SortedMap<String, Optional<Refusal>> resources() {
    var request = detail.path("requestParameters");
    var answer = detail.path("responseElements");
    return switch (text(detail, "eventName")) {
      case "CreateInferenceProfile" -> one(text(answer, "inferenceProfileArn"));
      case "DeleteInferenceProfile" -> one(text(request, "inferenceProfileIdentifier"));
      case "DeleteImportedModel" -> one(text(request, "modelIdentifier"));
      case "CreateModelImportJob" -> one(text(answer, "jobArn"));
      case "TagResource", "UntagResource" -> inventoried(one(tagged(request)));
      case "TagResources", "UntagResources" ->
          inventoried(several(request.path("resourceARNList"), answer.path("failedResourcesMap")));
      default -> new TreeMap<>();
    };
  }

  /** Whether a successful call must name a resource; tags of other resources are irrelevant. */
  private boolean mustNameResource() {
    return refusal().isEmpty()
        && switch (text(detail, "eventName")) {
          case "CreateInferenceProfile",
              "DeleteInferenceProfile",
              "DeleteImportedModel",
              "CreateModelImportJob" ->
              true;
          case "TagResource", "UntagResource" -> tagged(detail.path("requestParameters")).isEmpty();
          case "TagResources", "UntagResources" ->
              detail.path("requestParameters").path("resourceARNList").isEmpty();
          default -> false;
        };
  }

  /** Bedrock and data automation name {@code resourceARN}, agents {@code resourceArn}. */
  private static String tagged(JsonNode request) {
    return first(text(request, "resourceARN"), text(request, "resourceArn"));
  }

  private SortedMap<String, Optional<Refusal>> one(String resource) {
    var resources = new TreeMap<String, Optional<Refusal>>();
    if (!resource.isEmpty()) {
      resources.put(PercentEncoding.decode(resource), refusal());
    }
    return resources;
  }

  /** The tagging service may succeed in part; it returns the resources that failed. */
  private SortedMap<String, Optional<Refusal>> several(JsonNode arns, JsonNode failed) {
    var resources = new TreeMap<String, Optional<Refusal>>();
    for (var arn : arns) {
      var failure = failed.path(arn.asText());
      var refused =
          failure.isObject()
              ? Optional.of(new Refusal(code(failure), message(failure)))
              : refusal();
      resources.put(PercentEncoding.decode(arn.asText()), refused);
    }
    return resources;
  }

  private static SortedMap<String, Optional<Refusal>> inventoried(
      SortedMap<String, Optional<Refusal>> resources) {
    resources.keySet().removeIf(text -> Arn.find(text).flatMap(Arn::scope).isEmpty());
    return resources;
  }

  private Optional<Refusal> refusal() {
    var code = text(detail, "errorCode");
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(new Refusal(code, text(detail, "errorMessage")));
  }

  private static String code(JsonNode failure) {
    var code = text(failure, "errorCode");
    return code.isEmpty() ? text(failure, "ErrorCode") : code;
  }

  private static String message(JsonNode failure) {
    var message = text(failure, "errorMessage");
    return message.isEmpty() ? text(failure, "ErrorMessage") : message;
  }

  private Optional<String> copiedFrom() {
    var source = text(detail.path("requestParameters").path("modelSource"), "copyFrom");
    return source.isEmpty() ? Optional.empty() : Optional.of(source);
  }

  /** Added tags are a list of pairs or an object by key; removed tags are a list of keys. */
  private Map<String, Optional<String>> tags() {
    var request = detail.path("requestParameters");
    var tags = new TreeMap<String, Optional<String>>();
    request.path("tagKeys").forEach(key -> tags.put(key.asText(), Optional.empty()));
    if (request.path("tags").isArray()) {
      request
          .path("tags")
          .forEach(tag -> tags.put(text(tag, "key"), Optional.of(text(tag, "value"))));
    } else {
      request
          .path("tags")
          .properties()
          .forEach(tag -> tags.put(tag.getKey(), Optional.of(tag.getValue().asText(""))));
    }
    return tags;
  }

  private Optional<Instant> at() {
    try {
      return Optional.of(Instant.parse(text(detail, "eventTime")).truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private String region() {
    return first(text(detail, "awsRegion"), text(envelope, "region"));
  }

  private static String first(String... texts) {
    for (var text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asText("");
  }
}
