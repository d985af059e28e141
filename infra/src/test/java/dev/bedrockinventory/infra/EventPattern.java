package dev.bedrockinventory.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.model.CanonicalJson;
import java.io.IOException;
import software.amazon.event.ruler.Machine;

/**
 * The event pattern of a rule, or the filter of a mapping. Event Ruler, the library of EventBridge,
 * matches it.
 *
 * @param json the pattern, without references
 */
record EventPattern(JsonNode json) {
  /** The pattern in a template, deployed in this region of the account 111122223333. */
  static EventPattern deployed(JsonNode pattern, String region) {
    return new EventPattern(resolve(pattern, region));
  }

  boolean matches(JsonNode event) {
    try {
      var machine = Machine.builder().build();
      machine.addRule("rule", CanonicalJson.write(json));
      return !machine.rulesForJSONEvent(CanonicalJson.write(event)).isEmpty();
    } catch (IOException e) {
      throw new AssertionError("not a valid pattern: " + json, e);
    } catch (Exception e) {
      throw new AssertionError("not a valid event: " + event, e);
    }
  }

  private static JsonNode resolve(JsonNode pattern, String region) {
    if (pattern.has("Fn::Join") || pattern.has("Ref")) {
      return JsonNodeFactory.instance.textNode(
          Template.flat(pattern)
              .replace("${AWS::Partition}", "aws")
              .replace("${AWS::Region}", region)
              .replace("${AWS::AccountId}", DeployedSystem.ACCOUNT));
    }
    if (pattern.isObject()) {
      var resolved = JsonNodeFactory.instance.objectNode();
      pattern
          .properties()
          .forEach(member -> resolved.set(member.getKey(), resolve(member.getValue(), region)));
      return resolved;
    }
    if (pattern.isArray()) {
      var resolved = JsonNodeFactory.instance.arrayNode();
      pattern.forEach(element -> resolved.add(resolve(element, region)));
      return resolved;
    }
    return pattern;
  }
}
