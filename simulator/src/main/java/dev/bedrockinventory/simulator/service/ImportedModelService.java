package dev.bedrockinventory.simulator.service;

import static dev.bedrockinventory.simulator.wire.Protocol.REST_JSON;

import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.ApiOperation;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.wire.PageFormat;
import dev.bedrockinventory.simulator.world.ImportedModel;
import dev.bedrockinventory.simulator.world.RegionState;
import dev.bedrockinventory.simulator.world.World;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/** Bedrock's operations on imported models. */
final class ImportedModelService {
  private static final String IDENTIFIER =
      "(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:imported-model/[a-z0-9]{12})"
          + "|(([0-9a-zA-Z][_-]?)+)";
  private static final String NAME = "([0-9a-zA-Z][_-]?)+";
  private static final int DEFAULT_PAGE = 100;

  private final World world;

  ImportedModelService(World world) {
    this.world = world;
  }

  List<ApiOperation> operations() {
    var listing = new PageFormat("modelSummaries", "nextToken", "modelArn");
    return List.of(
        ApiOperation.listing("ListImportedModels", REST_JSON, listing, this::list),
        ApiOperation.on("GetImportedModel", REST_JSON, "modelIdentifier", this::get),
        ApiOperation.on("DeleteImportedModel", REST_JSON, "modelIdentifier", this::delete));
  }

  private Answer list(Invocation invocation) {
    var place = CallerAccess.ofImport(world, invocation);
    var input = new RequestInput(invocation.parameters());
    int size = input.integer("maxResults", 1, 1000, DEFAULT_PAGE);
    var token = input.nextToken();
    var contained = input.text("nameContains", 1, 63, NAME);
    var after = input.instant("creationTimeAfter");
    var before = input.instant("creationTimeBefore");
    input.choice("sortBy", "CreationTime");
    var order = input.choice("sortOrder", "Ascending", "Descending").orElse("Ascending");
    input.check();

    var models =
        order.equals("Ascending")
            ? new TreeMap<String, ImportedModel>()
            : new TreeMap<String, ImportedModel>(Collections.reverseOrder());
    place.importedModels().stream()
        .filter(model -> contained.map(model.name()::contains).orElse(true))
        .filter(model -> after.map(model.creationTime()::isAfter).orElse(true))
        .filter(model -> before.map(model.creationTime()::isBefore).orElse(true))
        .forEach(model -> models.put(Times.sortable(model.creationTime()) + model.arn(), model));
    String query = invocation.operation() + contained + after + before + order;
    var page = Paginator.page(query, models, token, size);

    var body = Json.object();
    var summaries = body.putArray("modelSummaries");
    page.items().forEach(model -> summaries.add(model.summary()));
    page.nextToken().ifPresent(next -> body.put("nextToken", next));
    return new Answer.Json(200, body);
  }

  private Answer get(Invocation invocation) {
    return new Answer.Json(
        200, named(invocation, CallerAccess.ofImport(world, invocation)).detail());
  }

  private Answer delete(Invocation invocation) {
    var place = CallerAccess.ofImport(world, invocation);
    place.delete(named(invocation, place).arn());
    return new Answer.Json(200, Json.object());
  }

  private static ImportedModel named(Invocation invocation, RegionState place) {
    var input = new RequestInput(invocation.parameters());
    String identifier = input.required("modelIdentifier", 1, 1011, IDENTIFIER);
    input.check();
    CallerAccess.own(invocation, identifier);
    return place.findImportedModel(identifier).orElseThrow(CallerAccess::notFound);
  }
}
