package dev.bedrockinventory.simulator.service;

import static dev.bedrockinventory.simulator.wire.Protocol.REST_JSON;

import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.ApiOperation;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.wire.Refusal;
import dev.bedrockinventory.simulator.world.RegionState;
import dev.bedrockinventory.simulator.world.World;
import java.util.List;
import java.util.TreeMap;

/**
 * Bedrock's own tag operations. They return tags ordered by key, the tagging service in reverse
 * order: the real services differ in this, too. A system profile has no tags and accepts none.
 */
final class BedrockTagService {
  private static final String ARN =
      "arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:([0-9]{12}|):[a-z0-9-]+/[a-zA-Z0-9-:./]+";
  private static final int MOST = 200;

  private final World world;

  BedrockTagService(World world) {
    this.world = world;
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.on("ListTagsForResource", REST_JSON, "resourceARN", this::list),
        ApiOperation.on("TagResource", REST_JSON, "resourceARN", this::tag),
        ApiOperation.on("UntagResource", REST_JSON, "resourceARN", this::untag));
  }

  private Answer list(Invocation invocation) {
    var place = CallerAccess.of(world, invocation);
    var input = new RequestInput(invocation.parameters());
    String arn = input.required("resourceARN", 20, 1011, ARN);
    input.check();
    CallerAccess.own(invocation, arn);
    if (!place.taggable(arn) && place.findProfile(arn).isEmpty()) {
      throw CallerAccess.notFound();
    }
    var body = Json.object();
    var tags = body.putArray("tags");
    place.tags(arn).forEach((key, value) -> tags.addObject().put("key", key).put("value", value));
    return new Answer.Json(200, body);
  }

  private Answer tag(Invocation invocation) {
    var place = CallerAccess.of(world, invocation);
    var input = new RequestInput(invocation.parameters());
    String arn = input.required("resourceARN", 20, 1011, ARN);
    input.require("tags");
    var tags = input.tags("tags");
    input.check();
    changeable(invocation, place, arn);
    var together = new TreeMap<>(place.tags(arn));
    together.putAll(tags);
    if (together.size() > MOST) {
      throw new Refusal(
          400, "TooManyTagsException", "The request exceeds the limit of 200 tags on a resource.");
    }
    place.tag(arn, tags);
    return new Answer.Json(200, Json.object());
  }

  private Answer untag(Invocation invocation) {
    var place = CallerAccess.of(world, invocation);
    var input = new RequestInput(invocation.parameters());
    String arn = input.required("resourceARN", 20, 1011, ARN);
    input.require("tagKeys");
    var keys = input.texts("tagKeys", MOST, 128);
    input.check();
    changeable(invocation, place, arn);
    place.untag(arn, keys);
    return new Answer.Json(200, Json.object());
  }

  private static void changeable(Invocation invocation, RegionState place, String arn) {
    CallerAccess.own(invocation, arn);
    if (!place.taggable(arn)) {
      if (place.findProfile(arn).isPresent()) {
        throw Refusal.invalid("System-defined inference profiles cannot be tagged.");
      }
      throw CallerAccess.notFound();
    }
  }
}
