package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The names and tags of resources, by type. */
final class NamesAndTagsTest {
  /**
   * All properties that are names. Except those of parameters and buses they refer to another
   * resource, or are local to one: a function that CloudFormation named, a metric, an alias. Buses
   * and two roles need names, because other accounts and the users' own rules refer to them.
   */
  private static final Map<String, Set<String>> NAMES =
      Map.of(
          "AWS::CloudWatch::Alarm", Set.of("MetricName"),
          "AWS::Events::EventBus", Set.of("Name"),
          "AWS::Events::Rule", Set.of("EventBusName"),
          "AWS::IAM::Role", Set.of("RoleName"),
          "AWS::Lambda::Alias", Set.of("FunctionName", "Name"),
          "AWS::Lambda::EventInvokeConfig", Set.of("FunctionName"),
          "AWS::Lambda::EventSourceMapping", Set.of("FunctionName"),
          "AWS::Lambda::Version", Set.of("FunctionName"),
          "AWS::SSM::Parameter", Set.of("Name"));

  /** Types that CloudFormation cannot tag, and the parameters, whose values a tag would reset. */
  private static final Set<String> UNTAGGED =
      Set.of(
          "AWS::Lambda::Alias",
          "AWS::Lambda::EventInvokeConfig",
          "AWS::Lambda::Version",
          "AWS::SNS::TopicPolicy",
          "AWS::SQS::QueuePolicy",
          "AWS::SSM::Parameter",
          "AWS::Scheduler::Schedule");

  private final JsonNode resources = Synthesized.once().template().json().path("Resources");

  @Test
  void onlyWhatOthersReferToHasAPhysicalName() {
    var found = new TreeMap<String, Set<String>>();
    for (var resource : resources) {
      resource
          .path("Properties")
          .properties()
          .forEach(property -> {
            if (property.getKey().endsWith("Name")) {
              found
                  .computeIfAbsent(resource.path("Type").asText(), type -> new TreeSet<>())
                  .add(property.getKey());
            }
          });
    }

    assertThat(found).isEqualTo(NAMES);
  }

  @Test
  void everyFunctionNameIsAReference() {
    assertThat(resources)
        .filteredOn(resource -> resource.path("Properties").has("FunctionName"))
        .isNotEmpty()
        .allSatisfy(resource ->
            assertThat(resource.path("Properties").path("FunctionName").isObject()).isTrue());
  }

  @Test
  void everyResourceThatCanBeTaggedIsTaggedExceptTheTargetParameters() {
    var untagged = new TreeSet<String>();
    for (var resource : resources) {
      var tags = resource.path("Properties").path("Tags");
      if (tags.isMissingNode()) {
        untagged.add(resource.path("Type").asText());
      } else {
        assertThat(tags(tags))
            .as(resource.path("Type").asText())
            .isEqualTo(Map.of("project", "bedrock-inventory", "stack", "bedrock-inventory"));
      }
    }

    assertThat(untagged).isEqualTo(UNTAGGED);
  }

  /** CloudFormation would apply them to every resource, including the parameters. */
  @Test
  void theStacksThemselvesAreNotTagged() {
    assertThat(Synthesized.once().stackTags()).isEmpty();
  }

  private static Map<String, String> tags(JsonNode tags) {
    var found = new TreeMap<String, String>();
    tags.forEach(tag -> found.put(tag.path("Key").asText(), tag.path("Value").asText()));
    return found;
  }
}
