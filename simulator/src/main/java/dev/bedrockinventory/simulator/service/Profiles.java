package dev.bedrockinventory.simulator.service;

import static dev.bedrockinventory.simulator.wire.Dialect.REST_JSON;

import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.wire.Listing;
import dev.bedrockinventory.simulator.wire.Operation;
import dev.bedrockinventory.simulator.wire.Refusal;
import dev.bedrockinventory.simulator.world.InferenceProfile;
import dev.bedrockinventory.simulator.world.Place;
import dev.bedrockinventory.simulator.world.World;
import java.util.List;
import java.util.TreeMap;

/**
 * Bedrock's operations on inference profiles. A list without a type filter answers only the
 * system-defined ones (aws-cli issue 9728).
 */
final class Profiles {
  private static final String ARN =
      "arn:aws(|-us-gov|-cn|-iso|-iso-b):bedrock:(|[0-9a-z-]{0,20}):(|[0-9]{12}):";
  private static final String IDENTIFIER =
      "(" + ARN + "(inference-profile|application-inference-profile)/)?[a-zA-Z0-9-:.]+";
  private static final String COPY_FROM =
      ARN + "(inference-profile|foundation-model)/[a-zA-Z0-9-:.]+";
  private static final int DEFAULT_PAGE = 100;

  private final World world;

  Profiles(World world) {
    this.world = world;
  }

  List<Operation> operations() {
    var listing = new Listing("inferenceProfileSummaries", "nextToken", "inferenceProfileArn");
    return List.of(
        Operation.listing("ListInferenceProfiles", REST_JSON, listing, this::list),
        Operation.on("GetInferenceProfile", REST_JSON, "inferenceProfileIdentifier", this::get),
        Operation.on("CreateInferenceProfile", REST_JSON, "inferenceProfileName", this::create),
        Operation.on(
            "DeleteInferenceProfile", REST_JSON, "inferenceProfileIdentifier", this::delete));
  }

  private Answer list(Invocation invocation) {
    var place = Room.of(world, invocation);
    var input = new Input(invocation.parameters());
    int size = input.integer("maxResults", 1, 1000, DEFAULT_PAGE);
    var token = input.nextToken();
    var type = input.choice("type", "SYSTEM_DEFINED", "APPLICATION").orElse("SYSTEM_DEFINED");
    input.check();

    var profiles = new TreeMap<String, InferenceProfile>();
    place
        .profiles(InferenceProfile.Type.valueOf(type))
        .forEach(profile -> profiles.put(profile.arn(), profile));
    var page = Pages.page(invocation.operation() + type, profiles, token, size);

    var body = Json.object();
    var summaries = body.putArray("inferenceProfileSummaries");
    page.items().forEach(profile -> summaries.add(profile.json()));
    page.nextToken().ifPresent(next -> body.put("nextToken", next));
    return new Answer.Json(200, body);
  }

  private Answer get(Invocation invocation) {
    return new Answer.Json(200, named(invocation, Room.of(world, invocation)).json());
  }

  private Answer create(Invocation invocation) {
    var place = Room.of(world, invocation);
    var input = new Input(invocation.parameters());
    String name = input.required("inferenceProfileName", 1, 64, "([0-9a-zA-Z][ _-]?)+");
    var description = input.text("description", 1, 200, "([0-9a-zA-Z:.][ _-]?)+");
    var token =
        input.text("clientRequestToken", 1, 256, "[a-zA-Z0-9]([-a-zA-Z0-9]{0,254}[a-zA-Z0-9])?");
    input.require("modelSource");
    var source = input.text("modelSource.copyFrom", 1, 2048, COPY_FROM);
    var tags = input.tags("tags");
    input.check();
    String from =
        source.orElseThrow(() -> Refusal.invalid("A member of modelSource must be provided."));

    var profile = place.createProfile(name, description, destinations(place, from), tags, token);
    return new Answer.Json(
        201,
        Json.object().put("inferenceProfileArn", profile.arn()).put("status", profile.status()));
  }

  private Answer delete(Invocation invocation) {
    var place = Room.of(world, invocation);
    var profile = named(invocation, place);
    if (profile.type() == InferenceProfile.Type.SYSTEM_DEFINED) {
      throw Refusal.invalid("System-defined inference profiles cannot be deleted.");
    }
    place.delete(profile.arn());
    return new Answer.Json(200, Json.object());
  }

  private static InferenceProfile named(Invocation invocation, Place place) {
    var input = new Input(invocation.parameters());
    String identifier = input.required("inferenceProfileIdentifier", 1, 2048, IDENTIFIER);
    input.check();
    Room.own(invocation, identifier);
    return place.findProfile(identifier).orElseThrow(Room::notFound);
  }

  private static List<String> destinations(Place place, String copyFrom) {
    if (copyFrom.contains(":inference-profile/")) {
      return place.findProfile(copyFrom).orElseThrow(Room::notFound).models();
    }
    if (!copyFrom.split(":", 6)[3].equals(place.region())) {
      throw Refusal.invalid("The provided ARN is invalid for the service region.");
    }
    return List.of(copyFrom);
  }
}
