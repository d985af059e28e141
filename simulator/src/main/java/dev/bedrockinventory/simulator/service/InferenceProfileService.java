package dev.bedrockinventory.simulator.service;

import static dev.bedrockinventory.simulator.wire.Protocol.REST_JSON;

import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.ApiOperation;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.wire.PageFormat;
import dev.bedrockinventory.simulator.wire.Refusal;
import dev.bedrockinventory.simulator.world.InferenceProfile;
import dev.bedrockinventory.simulator.world.RegionState;
import dev.bedrockinventory.simulator.world.World;
import java.util.List;
import java.util.TreeMap;

/**
 * Bedrock's operations on inference profiles. A list without a type filter returns only the
 * system-defined ones (aws-cli issue 9728).
 */
final class InferenceProfileService {
  private static final String ARN =
      "arn:aws(|-us-gov|-cn|-iso|-iso-b|-eusc):bedrock:(|[0-9a-z-]{0,20}):(|[0-9]{12}):";
  private static final String IDENTIFIER =
      "(" + ARN + "(inference-profile|application-inference-profile)/)?[a-zA-Z0-9-:.]+";
  private static final String COPY_FROM =
      ARN + "(inference-profile|foundation-model)/[a-zA-Z0-9-:.]+";
  private static final int DEFAULT_PAGE = 100;

  private final World world;

  InferenceProfileService(World world) {
    this.world = world;
  }

  List<ApiOperation> operations() {
    var listing = new PageFormat("inferenceProfileSummaries", "nextToken", "inferenceProfileArn");
    return List.of(
        ApiOperation.listing("ListInferenceProfiles", REST_JSON, listing, this::list),
        ApiOperation.on("GetInferenceProfile", REST_JSON, "inferenceProfileIdentifier", this::get),
        ApiOperation.on("CreateInferenceProfile", REST_JSON, "inferenceProfileName", this::create),
        ApiOperation.on(
            "DeleteInferenceProfile", REST_JSON, "inferenceProfileIdentifier", this::delete));
  }

  private Answer list(Invocation invocation) {
    var place = CallerAccess.of(world, invocation);
    var input = new RequestInput(invocation.parameters());
    int size = input.integer("maxResults", 1, 1000, DEFAULT_PAGE);
    var token = input.nextToken();
    var type = input.choice("type", "SYSTEM_DEFINED", "APPLICATION").orElse("SYSTEM_DEFINED");
    input.check();

    var profiles = new TreeMap<String, InferenceProfile>();
    place
        .profiles(InferenceProfile.Type.valueOf(type))
        .forEach(profile -> profiles.put(profile.arn(), profile));
    var page = Paginator.page(invocation.operation() + type, profiles, token, size);

    var body = Json.object();
    var summaries = body.putArray("inferenceProfileSummaries");
    page.items().forEach(profile -> summaries.add(profile.json()));
    page.nextToken().ifPresent(next -> body.put("nextToken", next));
    return new Answer.Json(200, body);
  }

  private Answer get(Invocation invocation) {
    return new Answer.Json(200, named(invocation, CallerAccess.of(world, invocation)).json());
  }

  private Answer create(Invocation invocation) {
    var place = CallerAccess.of(world, invocation);
    var input = new RequestInput(invocation.parameters());
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
    var place = CallerAccess.of(world, invocation);
    var profile = named(invocation, place);
    if (profile.type() == InferenceProfile.Type.SYSTEM_DEFINED) {
      throw Refusal.invalid("System-defined inference profiles cannot be deleted.");
    }
    place.delete(profile.arn());
    return new Answer.Json(200, Json.object());
  }

  private static InferenceProfile named(Invocation invocation, RegionState place) {
    var input = new RequestInput(invocation.parameters());
    String identifier = input.required("inferenceProfileIdentifier", 1, 2048, IDENTIFIER);
    input.check();
    CallerAccess.own(invocation, identifier);
    return place.findProfile(identifier).orElseThrow(CallerAccess::notFound);
  }

  private static List<String> destinations(RegionState place, String copyFrom) {
    if (copyFrom.contains(":inference-profile/")) {
      return place.findProfile(copyFrom).orElseThrow(CallerAccess::notFound).models();
    }
    if (!copyFrom.split(":", 6)[3].equals(place.region())) {
      throw Refusal.invalid("The provided ARN is invalid for the service region.");
    }
    return List.of(copyFrom);
  }
}
