package dev.bedrockinventory.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One inference profile as the service holds it; its tags are kept by its {@link RegionState}.
 *
 * @param arn with {@code inference-profile/} or {@code application-inference-profile/} and the id
 * @param id the end of the ARN
 * @param description absent when none was given
 * @param models the ARNs of its destinations, in the order of the response
 * @param status {@code ACTIVE}, the only one that the API documents
 * @param extra members that the API does not document, returned by Get and List
 */
public record InferenceProfile(
    String arn,
    String id,
    String name,
    Optional<String> description,
    Instant createdAt,
    Instant updatedAt,
    List<String> models,
    String status,
    Type type,
    Map<String, JsonNode> extra) {

  /** The owner of a profile. */
  public enum Type {
    /** AWS. */
    SYSTEM_DEFINED,
    /** The account. */
    APPLICATION
  }

  /** Copies the collections, so that a profile never changes. */
  public InferenceProfile {
    models = List.copyOf(models);
    extra = Collections.unmodifiableMap(new TreeMap<>(extra));
  }

  /** The same, created and changed then: such as a profile that returns under its ARN. */
  public InferenceProfile withCreatedAt(Instant instant) {
    return new InferenceProfile(
        arn, id, name, description, instant, instant, models, status, type, extra);
  }

  /** The same under another name. */
  public InferenceProfile withName(String other) {
    return new InferenceProfile(
        arn, id, other, description, createdAt, updatedAt, models, status, type, extra);
  }

  /** The same with another description. */
  public InferenceProfile withDescription(String text) {
    return new InferenceProfile(
        arn, id, name, Optional.of(text), createdAt, updatedAt, models, status, type, extra);
  }

  /** The same with another status, documented or not. */
  public InferenceProfile withStatus(String other) {
    return new InferenceProfile(
        arn, id, name, description, createdAt, updatedAt, models, other, type, extra);
  }

  /** The same with one member that the API does not document. */
  public InferenceProfile withExtra(String member, JsonNode value) {
    var members = new TreeMap<>(extra);
    members.put(member, value);
    return new InferenceProfile(
        arn, id, name, description, createdAt, updatedAt, models, status, type, members);
  }

  /** The response of Get, and of List for each profile: the same nine members. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("inferenceProfileName", name);
    description.ifPresent(text -> json.put("description", text));
    json.put("createdAt", createdAt.toString());
    json.put("updatedAt", updatedAt.toString());
    json.put("inferenceProfileArn", arn);
    var destinations = json.putArray("models");
    models.forEach(model -> destinations.addObject().put("modelArn", model));
    json.put("inferenceProfileId", id);
    json.put("status", status);
    json.put("type", type.name());
    extra.forEach((member, value) -> json.set(member, value.deepCopy()));
    return json;
  }
}
