package dev.bedrockinventory.simulator.service;

import static dev.bedrockinventory.simulator.wire.Protocol.JSON_1_1;

import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.ApiOperation;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.wire.PageFormat;
import dev.bedrockinventory.simulator.wire.Refusal;
import dev.bedrockinventory.simulator.world.RegionState;
import dev.bedrockinventory.simulator.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The Resource Groups Tagging API. It answers from an index of the resources that are or once were
 * tagged. Tags are in reverse order of their keys, unlike those of {@link BedrockTagService}.
 */
final class TaggingService {
  private final World world;

  TaggingService(World world) {
    this.world = world;
  }

  List<ApiOperation> operations() {
    var listing = new PageFormat("ResourceTagMappingList", "PaginationToken", "ResourceARN");
    return List.of(
        ApiOperation.listing("GetResources", JSON_1_1, listing, this::resources),
        ApiOperation.plain("TagResources", JSON_1_1, this::tag),
        ApiOperation.plain("UntagResources", JSON_1_1, this::untag));
  }

  private Answer resources(Invocation invocation) {
    var input = new RequestInput(invocation.parameters());
    var arns = input.texts("ResourceARNList", 100, 1011);
    var types = input.texts("ResourceTypeFilters", 100, 256);
    int size = input.integer("ResourcesPerPage", 1, 100, 50);
    var filters = filters(input);
    var token = input.text("PaginationToken", 0, 2048, "[\\s\\S]*").filter(text -> !text.isEmpty());
    checked(input);
    boolean paging = input.any("ResourcesPerPage").isPresent() || token.isPresent();
    if (!arns.isEmpty() && paging) {
      throw invalid("ResourceARNList can not be combined with pagination parameters.");
    }

    var named = new HashSet<>(arns);
    var found = new TreeMap<String, Map<String, String>>();
    place(invocation)
        .tagIndex()
        .forEach((arn, tags) -> {
          boolean listed = named.isEmpty() || named.contains(arn);
          boolean typed = types.isEmpty() || types.stream().anyMatch(type -> is(arn, type));
          if (listed && typed && matches(tags, filters)) {
            found.put(arn, tags);
          }
        });
    String query = invocation.operation() + types.hashCode() + filters.hashCode();
    var keys = new TreeMap<String, String>();
    found.keySet().forEach(arn -> keys.put(arn, arn));
    var page = Paginator.page(query, keys, token, arns.isEmpty() ? size : 100);

    var body = Json.object();
    var mappings = body.putArray("ResourceTagMappingList");
    for (String arn : page.items()) {
      var tags = mappings.addObject().put("ResourceARN", arn).putArray("Tags");
      new TreeMap<>(found.get(arn))
          .descendingMap()
          .forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
    }
    body.put("PaginationToken", page.nextToken().orElse(""));
    return new Answer.Json(200, body);
  }

  private Answer tag(Invocation invocation) {
    var input = new RequestInput(invocation.parameters());
    var tags = input.map("Tags");
    var place = place(invocation);
    return each(input, place, arn -> place.tag(arn, tags));
  }

  private Answer untag(Invocation invocation) {
    var input = new RequestInput(invocation.parameters());
    var keys = input.texts("TagKeys", 50, 128);
    var place = place(invocation);
    return each(input, place, arn -> place.untag(arn, keys));
  }

  private static Answer each(RequestInput input, RegionState place, Consumer<String> change) {
    var arns = input.texts("ResourceARNList", 20, 1011);
    input.require("ResourceARNList");
    checked(input);
    var body = Json.object();
    var failed = body.putObject("FailedResourcesMap");
    for (String arn : arns) {
      if (place.taggable(arn)) {
        change.accept(arn);
      } else {
        failed
            .putObject(arn)
            .put("StatusCode", 400)
            .put("ErrorCode", "InvalidParameterException")
            .put("ErrorMessage", "ResourceNotFoundException: " + CallerAccess.notFound().text());
      }
    }
    return new Answer.Json(200, body);
  }

  private static Map<String, List<String>> filters(RequestInput input) {
    var filters = new TreeMap<String, List<String>>();
    for (var node : input.list("TagFilters")) {
      var values = new ArrayList<String>();
      node.path("Values").forEach(value -> values.add(value.asText()));
      filters.put(node.path("Key").asText(), values);
    }
    return filters;
  }

  /** Every filter must match: the key exists, with one of the values if any are given. */
  private static boolean matches(Map<String, String> tags, Map<String, List<String>> filters) {
    return filters.entrySet().stream()
        .allMatch(filter ->
            Optional.ofNullable(tags.get(filter.getKey()))
                .map(value -> filter.getValue().isEmpty() || filter.getValue().contains(value))
                .orElse(false));
  }

  private static boolean is(String arn, String type) {
    var parts = arn.split(":", 6);
    String service = parts[2];
    String resource = parts[5].substring(0, Math.max(0, parts[5].indexOf('/')));
    return type.equals(service) || type.equals(service + ":" + resource);
  }

  private RegionState place(Invocation invocation) {
    return world.place(invocation.caller().account(), invocation.caller().region());
  }

  private static void checked(RequestInput input) {
    try {
      input.check();
    } catch (Refusal violations) {
      throw new Refusal(400, "InvalidParameterException", violations.text(), violations);
    }
  }

  private static Refusal invalid(String message) {
    return new Refusal(400, "InvalidParameterException", message);
  }
}
