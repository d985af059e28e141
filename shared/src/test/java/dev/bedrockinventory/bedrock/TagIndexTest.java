package dev.bedrockinventory.bedrock;

import static dev.bedrockinventory.bedrock.Ohio.complete;
import static dev.bedrockinventory.bedrock.Ohio.partial;
import static dev.bedrockinventory.model.Kind.APPLICATION_INFERENCE_PROFILE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TagIndexTest {
  private final Ohio ohio = new Ohio();
  private List<Arn> arns = List.of();

  @BeforeEach
  void createThree() {
    arns =
        ohio.place.createProfiles(3).stream()
            .map(profile -> new Arn(profile.arn()))
            .sorted()
            .toList();
  }

  @AfterEach
  void stop() {
    ohio.close();
  }

  @Test
  void withoutTheIndexEveryProfileIsUnreadAndTheListingStaysComplete() {
    ohio.fault("GetResources", Fault.deny());

    var observation = partial(ohio.observe(APPLICATION_INFERENCE_PROFILE));

    assertThat(observation.listingComplete()).isTrue();
    assertThat(observation.listed()).containsExactlyInAnyOrderElementsOf(arns);
    assertThat(observation.resources()).isEmpty();
    assertThat(observation.failures())
        .singleElement()
        .satisfies(failure -> {
          assertThat(failure.reason()).isEqualTo(Reason.DENIED);
          assertThat(failure.operation()).isEqualTo("GetResources");
          assertThat(failure.message()).endsWith("allow the caller tag:GetResources");
        });
  }

  @Test
  void withoutItsLastPageEveryProfileIsUnread() {
    ohio.place.createProfiles(98);
    ohio.simulator.faults().add(Match.calls("GetResources").onPage(2), Fault.throttle());

    var observation = partial(ohio.observe(APPLICATION_INFERENCE_PROFILE));

    assertThat(observation.listed()).hasSize(101);
    assertThat(observation.resources()).isEmpty();
    assertThat(observation.failures())
        .extracting(Failure::reason)
        .containsExactly(Reason.THROTTLED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "<html>",
        "{\"ResourceTagMappingList\":[{\"Tags\":[]}]}",
        "{\"ResourceTagMappingList\":[null]}",
        "{\"ResourceTagMappingList\":[],\"PaginationToken\":\"same\"}"
      })
  void anIndexThatDoesNotHoldTogetherLeavesEveryProfileUnread(String body) {
    ohio.fault("GetResources", Fault.replace(body));

    var observation = partial(ohio.observe(APPLICATION_INFERENCE_PROFILE));

    assertThat(observation.listingComplete()).isTrue();
    assertThat(observation.resources()).isEmpty();
    assertThat(observation.failures())
        .extracting(Failure::reason)
        .containsExactly(Reason.MALFORMED);
  }

  @Test
  void tagsThatContradictEachOtherCostTheirProfileOnly() {
    ohio.fault(
        "GetResources",
        Fault.edit(body ->
            tags(body, arns.get(1)).addObject().put("Key", "team").put("Value", "of another")));

    var observation = partial(ohio.observe(APPLICATION_INFERENCE_PROFILE));

    assertThat(observation.resources())
        .extracting(ObservedResource::arn)
        .containsExactly(arns.get(0), arns.get(2));
    assertThat(observation.failures())
        .containsExactly(
            new Failure(
                Reason.MALFORMED,
                "GetResources",
                Optional.of(arns.get(1)),
                "a tag key occurs twice with different values"));
  }

  @Test
  void aProfileThatComesTwiceWithOtherTagsIsUnread() {
    ohio.fault(
        "GetResources",
        Fault.edit(body -> {
          var mappings = (ArrayNode) body.path("ResourceTagMappingList");
          mappings.addObject().put("ResourceARN", arns.get(0).text()).putArray("Tags");
          mappings.add(mappings.get(1).deepCopy());
        }));

    var observation = partial(ohio.observe(APPLICATION_INFERENCE_PROFILE));

    assertThat(observation.failures())
        .containsExactly(
            new Failure(
                Reason.MALFORMED,
                "GetResources",
                Optional.of(arns.get(0)),
                "a resource is listed twice with different tags"));
    assertThat(observation.resources())
        .extracting(ObservedResource::arn)
        .containsExactly(arns.get(1), arns.get(2));
  }

  @Test
  void anIndexThatLagsIsBelievedHereAndConfirmedElsewhere() {
    ohio.place.freezeTagIndex();
    ohio.place.tag(arns.get(0).text(), Map.of("new", "tag"));

    var snapshot = complete(ohio.observe(APPLICATION_INFERENCE_PROFILE));

    assertThat(snapshot.resources().getFirst().document().tags().has("new")).isFalse();
  }

  @Test
  void whatATagSaysBeyondKeyAndValueIsKeptAndReported() {
    ohio.fault(
        "GetResources", arns.get(0).text(), Fault.member("Tags/[]/Locked", BooleanNode.TRUE));
    ohio.fault("GetResources", arns.get(0).text(), Fault.member("Origin", TextNode.valueOf("x")));
    ohio.fault("GetResources", Fault.edit(body -> body.put("Total", 3)));

    var snapshot = complete(ohio.observe(APPLICATION_INFERENCE_PROFILE));

    assertThat(snapshot.resources().getFirst().document().tags().path("team").toString())
        .startsWith("{\"Locked\":true,\"value\":\"team-");
    assertThat(snapshot.drift())
        .containsExactlyInAnyOrder(
            new UnmodeledMember("GetResources", "Tags[].Locked", "boolean", arns.get(0).text()),
            new UnmodeledMember("GetResources", "Origin", "string", arns.get(0).text()),
            new UnmodeledMember("GetResources", "Total", "number", ""));
  }

  private static ArrayNode tags(ObjectNode body, Arn arn) {
    for (var mapping : body.path("ResourceTagMappingList")) {
      if (mapping.path("ResourceARN").asText().equals(arn.text())) {
        return (ArrayNode) mapping.path("Tags");
      }
    }
    throw new AssertionError(arn + " has no tags");
  }
}
