package dev.bedrockinventory.simulator.service;

import static dev.bedrockinventory.simulator.wire.Protocol.REST_JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.ApiOperation;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.wire.PageFormat;
import dev.bedrockinventory.simulator.wire.Refusal;
import dev.bedrockinventory.simulator.world.RegionOptIns.Status;
import dev.bedrockinventory.simulator.world.Regions;
import dev.bedrockinventory.simulator.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The part of AWS Account Management that lists the regions of the caller's own account (Account
 * API Reference, ListRegions).
 */
final class AccountService {
  private static final int MOST_RESULTS = 50;

  /** The reference states no default; with this one the regions of AWS need two pages. */
  private static final int DEFAULT_RESULTS = 20;

  private static final String FILTER = "RegionOptStatusContains";

  private final World world;

  AccountService(World world) {
    this.world = world;
  }

  List<ApiOperation> operations() {
    var regions = new PageFormat("Regions", "NextToken", "RegionName");
    return List.of(ApiOperation.listing("ListRegions", REST_JSON, regions, this::regions));
  }

  private Answer regions(Invocation invocation) {
    var input = new RequestInput(invocation.parameters());
    int size = input.integer("MaxResults", 1, MOST_RESULTS, DEFAULT_RESULTS);
    var token = input.text("NextToken", 0, 1000, "[\\s\\S]*");
    var wanted = wanted(input);
    input.check();
    if (input.any("AccountId").isPresent()) {
      throw new Refusal(
          403,
          "AccessDeniedException",
          "User: %s is not authorized to perform: account:ListRegions"
              .formatted(invocation.caller().arn()));
    }

    var found = new TreeMap<String, ObjectNode>();
    var caller = invocation.caller();
    world
        .regionOptIns()
        .list(caller.account(), Regions.partition(caller.region()))
        .forEach((region, status) -> {
          if (wanted.isEmpty() || wanted.contains(status.name())) {
            found.put(
                region,
                Json.object().put("RegionName", region).put("RegionOptStatus", status.name()));
          }
        });
    var page = Paginator.page(invocation.operation() + wanted, found, token, size);
    var body = Json.object();
    body.putArray("Regions").addAll(page.items());
    page.nextToken().ifPresent(next -> body.put("NextToken", next));
    return new Answer.Json(200, body);
  }

  private static Set<String> wanted(RequestInput input) {
    var known = Arrays.stream(Status.values()).map(Status::name).toList();
    var wanted = new TreeSet<>(input.texts(FILTER, known.size(), 50));
    wanted.stream()
        .filter(status -> !known.contains(status))
        .findFirst()
        .ifPresent(status -> {
          throw Refusal.invalid(
              "Value '%s' at '%s' failed to satisfy constraint: Member must satisfy enum value set: %s"
                  .formatted(status, FILTER, known));
        });
    return wanted;
  }
}
