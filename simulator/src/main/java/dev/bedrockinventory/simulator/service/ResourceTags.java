package dev.bedrockinventory.simulator.service;

import static dev.bedrockinventory.simulator.wire.Dialect.REST_JSON;

import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.wire.Operation;
import dev.bedrockinventory.simulator.wire.Refusal;
import dev.bedrockinventory.simulator.world.Place;
import dev.bedrockinventory.simulator.world.World;
import java.util.List;
import java.util.TreeMap;

/**
 * Bedrock's own tag operations. They answer tags by key, the tagging service the other way round,
 * because the two differ in the real services too. A system profile has no tags and takes none.
 */
final class ResourceTags {
  private static final String ARN =
      "arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:([0-9]{12}|):[a-z0-9-]+/[a-zA-Z0-9-:./]+";
  private static final int MOST = 200;

  private final World world;

  ResourceTags(World world) {
    this.world = world;
  }

  List<Operation> operations() {
    return List.of(
        Operation.on("ListTagsForResource", REST_JSON, "resourceARN", this::list),
        Operation.on("TagResource", REST_JSON, "resourceARN", this::tag),
        Operation.on("UntagResource", REST_JSON, "resourceARN", this::untag));
  }

  private Answer list(Invocation invocation) {
    var place = Room.of(world, invocation);
    var input = new Input(invocation.parameters());
    String arn = input.required("resourceARN", 20, 1011, ARN);
    input.check();
    Room.own(invocation, arn);
    if (!place.taggable(arn) && place.findProfile(arn).isEmpty()) {
      throw Room.notFound();
    }
    var body = Json.object();
    var tags = body.putArray("tags");
    place.tags(arn).forEach((key, value) -> tags.addObject().put("key", key).put("value", value));
    return new Answer.Json(200, body);
  }

  private Answer tag(Invocation invocation) {
    var place = Room.of(world, invocation);
    var input = new Input(invocation.parameters());
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
    var place = Room.of(world, invocation);
    var input = new Input(invocation.parameters());
    String arn = input.required("resourceARN", 20, 1011, ARN);
    input.require("tagKeys");
    var keys = input.texts("tagKeys", MOST, 128);
    input.check();
    changeable(invocation, place, arn);
    place.untag(arn, keys);
    return new Answer.Json(200, Json.object());
  }

  private static void changeable(Invocation invocation, Place place, String arn) {
    Room.own(invocation, arn);
    if (!place.taggable(arn)) {
      if (place.findProfile(arn).isPresent()) {
        throw Refusal.invalid("System-defined inference profiles cannot be tagged.");
      }
      throw Room.notFound();
    }
  }
}
