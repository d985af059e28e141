package dev.bedrockinventory.simulator.service;

import static dev.bedrockinventory.simulator.wire.Protocol.JSON_1_1;

import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.ApiOperation;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.wire.PageFormat;
import dev.bedrockinventory.simulator.world.Parameter;
import dev.bedrockinventory.simulator.world.Regions;
import dev.bedrockinventory.simulator.world.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;

/** The part of Systems Manager that reads parameters under a path. */
final class ParameterService {
  private final World world;

  ParameterService(World world) {
    this.world = world;
  }

  List<ApiOperation> operations() {
    var listing = new PageFormat("Parameters", "NextToken", "ARN");
    return List.of(
        ApiOperation.listing("GetParametersByPath", JSON_1_1, listing, this::parameters));
  }

  private Answer parameters(Invocation invocation) {
    var input = new RequestInput(invocation.parameters());
    String path = input.required("Path", 1, 2048, "/[a-zA-Z0-9_.\\-/]*");
    int size = input.integer("MaxResults", 1, 10, 10);
    var token = input.text("NextToken", 1, 4096, "[\\s\\S]*");
    boolean recursive = input.any("Recursive").map(node -> node.asBoolean()).orElse(false);
    input.check();

    String folder = path.endsWith("/") ? path : path + "/";
    var caller = invocation.caller();
    var found = new TreeMap<String, Parameter>();
    world.place(caller.account(), caller.region()).parameters().stream()
        .filter(parameter -> parameter.name().startsWith(folder))
        .filter(parameter -> recursive || parameter.name().indexOf('/', folder.length()) < 0)
        .forEach(parameter -> found.put(parameter.name(), parameter));
    var page = Paginator.page(invocation.operation() + folder + recursive, found, token, size);

    var body = Json.object();
    var parameters = body.putArray("Parameters");
    for (var parameter : page.items()) {
      var changed = parameter.changedAt();
      parameters
          .addObject()
          .put("Name", parameter.name())
          .put("Type", "String")
          .put("Value", parameter.value())
          .put("Version", parameter.version())
          .put("LastModifiedDate", BigDecimal.valueOf(changed.toEpochMilli()).movePointLeft(3))
          .put(
              "ARN",
              "arn:%s:ssm:%s:%s:parameter%s"
                  .formatted(
                      Regions.partition(caller.region()),
                      caller.region(),
                      caller.account(),
                      parameter.name()))
          .put("DataType", "text");
    }
    page.nextToken().ifPresent(next -> body.put("NextToken", next));
    return new Answer.Json(200, body);
  }
}
