package dev.bedrockinventory.simulator;

import static dev.bedrockinventory.simulator.TestClients.ACCOUNT;
import static dev.bedrockinventory.simulator.TestClients.OHIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.simulator.world.RegionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.Tag;
import software.amazon.awssdk.services.bedrock.model.TooManyTagsException;
import software.amazon.awssdk.services.bedrock.model.ValidationException;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.InvalidParameterException;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;

final class TagServiceTest {
  private static final String TYPE = "bedrock:application-inference-profile";
  private static final String MISSING =
      "arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/000000000000";

  private final ManualClock clock = new ManualClock();
  private final Simulator simulator = Simulator.start(0, clock, 11);
  private final BedrockClient bedrock = TestClients.of(simulator).bedrock();
  private final ResourceGroupsTaggingApiClient tagging = TestClients.of(simulator).tagging();
  private final RegionState place = simulator.place(ACCOUNT, OHIO);

  @AfterEach
  void close() {
    bedrock.close();
    tagging.close();
    simulator.close();
  }

  @Test
  void tagsAreAddedReplacedAndTakenOffWithoutMovingUpdatedAt() {
    var profile = place.createProfile("chat", Map.of("team", "checkout"));

    bedrock.tagResource(
        r -> r.resourceARN(profile.arn()).tags(tag("team", "search"), tag("stage", "beta")));
    bedrock.untagResource(r -> r.resourceARN(profile.arn()).tagKeys("stage", "unknown"));

    assertThat(bedrock.listTagsForResource(r -> r.resourceARN(profile.arn())).tags())
        .containsExactly(tag("team", "search"));
    assertThat(place.profile("chat").updatedAt()).isEqualTo(profile.updatedAt());
  }

  @Test
  void aTagCallOnAMissingArnIsNotFound() {
    assertThatThrownBy(() -> bedrock.listTagsForResource(r -> r.resourceARN(MISSING)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> bedrock.tagResource(r -> r.resourceARN(MISSING).tags(tag("a", "b"))))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> bedrock.untagResource(r -> r.resourceARN(MISSING).tagKeys("a")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void systemProfilesCarryNoTagsAndTakeNone() {
    String arn = place.profile("us.amazon.nova-pro-v1:0").arn();

    assertThat(bedrock.listTagsForResource(r -> r.resourceARN(arn)).tags()).isEmpty();
    assertThatThrownBy(() -> bedrock.tagResource(r -> r.resourceARN(arn).tags(tag("a", "b"))))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void letterAndCountConstraintsOfTagsHold() {
    String arn = place.createProfile("chat", Map.of()).arn();
    var many = new ArrayList<Tag>();
    for (int i = 0; i < 200; i++) {
      many.add(tag("key" + i, ""));
    }
    bedrock.tagResource(r -> r.resourceARN(arn).tags(many));

    assertThatThrownBy(() -> bedrock.tagResource(r -> r.resourceARN(arn).tags(tag("more", "1"))))
        .isInstanceOf(TooManyTagsException.class);
    assertThatThrownBy(() -> bedrock.tagResource(r -> r.resourceARN(arn).tags(tag("b!d", "1"))))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("Value 'b!d' at 'tags.1.member.key'");
  }

  @Test
  void theTwoServicesReturnTagsInDifferentOrders() {
    var profile = place.createProfile("chat", Map.of("a", "1", "b", "2", "c", "3"));

    assertThat(bedrock.listTagsForResource(r -> r.resourceARN(profile.arn())).tags())
        .extracting(Tag::key)
        .containsExactly("a", "b", "c");
    assertThat(resources().getFirst().tags())
        .extracting(t -> t.key())
        .containsExactly("c", "b", "a");
  }

  @Test
  void getResourcesReturnsOnlyResourcesThatAreOrWereTagged() {
    place.createProfile("never", Map.of());
    String once = place.createProfile("once", Map.of("a", "1")).arn();
    String now = place.createProfile("now", Map.of("b", "2")).arn();
    place.untag(once, List.of("a"));
    place.delete(place.createProfile("gone", Map.of("c", "3")).arn());

    assertThat(resources())
        .extracting(ResourceTagMapping::resourceARN)
        .containsExactlyInAnyOrder(once, now);
    assertThat(resources())
        .filteredOn(m -> m.resourceARN().equals(once))
        .allMatch(m -> m.tags().isEmpty());
  }

  @Test
  void getResourcesPagesToAnEmptyToken() {
    place.createProfiles(250);

    var first = tagging.getResources(r -> r.resourceTypeFilters(TYPE).resourcesPerPage(100));
    int pages = 1;
    var seen = new ArrayList<>(first.resourceTagMappingList());
    String token = first.paginationToken();
    while (!token.isEmpty()) {
      String next = token;
      var page =
          tagging.getResources(
              r -> r.resourceTypeFilters(TYPE).resourcesPerPage(100).paginationToken(next));
      seen.addAll(page.resourceTagMappingList());
      token = page.paginationToken();
      pages++;
    }

    assertThat(pages).isEqualTo(3);
    assertThat(seen)
        .hasSize(250)
        .extracting(ResourceTagMapping::resourceARN)
        .doesNotHaveDuplicates();
    assertThatThrownBy(() -> tagging.getResources(r -> r.resourcesPerPage(101)))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void getResourcesFiltersByArnTypeAndTag() {
    String chat = place.createProfile("chat", Map.of("team", "a", "stage", "beta")).arn();
    place.createProfile("other", Map.of("team", "b", "stage", "beta"));
    String model = place.importModel("reader", 1, Map.of("team", "a")).arn();

    var byArn = tagging.getResources(r -> r.resourceARNList(chat, MISSING));
    var byTag =
        tagging.getResources(r ->
            r.tagFilters(
                TagFilter.builder().key("team").values("a", "x").build(),
                TagFilter.builder().key("stage").build()));
    var byType = tagging.getResources(r -> r.resourceTypeFilters("bedrock:imported-model"));

    assertThat(byArn.resourceTagMappingList())
        .extracting(m -> m.resourceARN())
        .containsExactly(chat);
    assertThat(byTag.resourceTagMappingList())
        .extracting(m -> m.resourceARN())
        .containsExactly(chat);
    assertThat(byType.resourceTagMappingList())
        .extracting(m -> m.resourceARN())
        .containsExactly(model);
    assertThatThrownBy(
            () -> tagging.getResources(r -> r.resourceARNList(chat).resourcesPerPage(10)))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void theTaggingServiceTagsExistingResourcesAndReportsTheOthers() {
    String chat = place.createProfile("chat", Map.of()).arn();

    var tagged =
        tagging.tagResources(r -> r.resourceARNList(chat, MISSING).tags(Map.of("team", "a")));
    assertThat(tagged.failedResourcesMap()).containsOnlyKeys(MISSING);
    assertThat(place.tags(chat)).containsExactly(Map.entry("team", "a"));

    var untagged = tagging.untagResources(r -> r.resourceARNList(chat).tagKeys("team"));
    assertThat(untagged.failedResourcesMap()).isEmpty();
    assertThat(place.tags(chat)).isEmpty();
  }

  @Test
  void aFrozenIndexReturnsTheOldTagsUntilItIsThawed() {
    String chat = place.createProfile("chat", Map.of("team", "old")).arn();
    place.freezeTagIndex();
    place.tag(chat, Map.of("team", "new"));
    place.createProfile("later", Map.of("team", "later"));

    assertThat(resources()).hasSize(1);
    assertThat(resources().getFirst().tags().getFirst().value()).isEqualTo("old");
    assertThat(bedrock.listTagsForResource(r -> r.resourceARN(chat)).tags())
        .containsExactly(tag("team", "new"));

    place.thawTagIndex();
    assertThat(resources()).hasSize(2);
  }

  private List<ResourceTagMapping> resources() {
    return tagging.getResources(r -> r.resourceTypeFilters(TYPE)).resourceTagMappingList();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
