package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.simulator.world.InferenceProfile;
import dev.bedrockinventory.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.Tag;

/** Carries out planned calls. Not thread-safe. */
final class CallRunner {
  private final World world;
  private final ApiUsers users;

  CallRunner(World world, ApiUsers users) {
    this.world = world;
    this.users = users;
  }

  /** Calls the API; changes nothing if another client deleted the profile meanwhile. */
  void run(PlannedCall call) {
    switch (call) {
      case PlannedCall.Create create -> create(create);
      case PlannedCall.SetTags(_, _, _, var tags) ->
          onProfile(
              call,
              (bedrock, arn) ->
                  bedrock.tagResource(request -> request.resourceARN(arn).tags(tags(tags))));
      case PlannedCall.Delete _ ->
          onProfile(
              call,
              (bedrock, arn) ->
                  bedrock.deleteInferenceProfile(
                      request -> request.inferenceProfileIdentifier(arn)));
    }
  }

  private void create(PlannedCall.Create call) {
    users.as(
        call.user(),
        call.region(),
        bedrock ->
            bedrock.createInferenceProfile(request ->
                request
                    .inferenceProfileName(call.profile())
                    .modelSource(model -> model.copyFrom(call.source()))
                    .tags(tags(call.tags()))));
  }

  private void onProfile(PlannedCall call, BiConsumer<BedrockClient, String> action) {
    arn(call)
        .ifPresent(
            arn -> users.as(call.user(), call.region(), bedrock -> action.accept(bedrock, arn)));
  }

  /** Absent if another client deleted the profile. */
  private Optional<String> arn(PlannedCall call) {
    return world
        .place(DemoAccount.ID, call.region())
        .profiles(InferenceProfile.Type.APPLICATION)
        .stream()
        .filter(each -> each.name().equals(call.profile()))
        .map(InferenceProfile::arn)
        .findFirst();
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
