package dev.bedrockinventory.simulator.service;

import static dev.bedrockinventory.simulator.wire.Protocol.JSON_1_1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.ApiOperation;
import dev.bedrockinventory.simulator.wire.EntryRefusal;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.wire.Refusal;
import dev.bedrockinventory.simulator.world.Ids;
import dev.bedrockinventory.simulator.world.RegionState;
import dev.bedrockinventory.simulator.world.World;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The part of EventBridge that accepts events and describes buses. Events for a bus that does not
 * exist are accepted and lost, as in the real service (aws-cli issue 9186). Code in this process
 * reads the events of a bus.
 */
final class EventService {
  private static final int MOST_ENTRIES = 10;
  private static final String DEFAULT = "default";
  private static final String BUS =
      "(arn:aws[\\w-]*:events:[a-z0-9-]+:[0-9]{12}:event-bus/)?[/.\\-_A-Za-z0-9]+";

  private final World world;
  private final InstantSource clock;
  private final Ids ids;

  EventService(World world, InstantSource clock, Ids ids) {
    this.world = world;
    this.clock = clock;
    this.ids = ids;
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.plain("PutEvents", JSON_1_1, this::put),
        ApiOperation.on("DescribeEventBus", JSON_1_1, "Name", this::describe));
  }

  private Answer describe(Invocation invocation) {
    var input = new RequestInput(invocation.parameters());
    var name = input.text("Name", 1, 1600, BUS).orElse(DEFAULT);
    input.check();
    var bus =
        place(invocation)
            .findBus(name(name))
            .orElseThrow(() ->
                new Refusal(
                    400,
                    "ResourceNotFoundException",
                    "Event bus %s does not exist.".formatted(name(name))));
    return new Answer.Json(200, Json.object().put("Name", bus.name()).put("Arn", bus.arn()));
  }

  private Answer put(Invocation invocation) {
    var input = new RequestInput(invocation.parameters());
    input.require("Entries");
    var entries = input.list("Entries").stream().map(PutEventsEntry::of).toList();
    input.check();
    checkBatch(entries);

    var results = Json.object();
    var failed = 0;
    var array = results.putArray("Entries");
    for (var number = 0; number < entries.size(); number++) {
      var entry = entries.get(number);
      var refusal = Optional.ofNullable(invocation.refusedEntries().get(number)).or(entry::refusal);
      if (refusal.isPresent()) {
        failed++;
        array.add(result(refusal.get()));
      } else {
        array.addObject().put("EventId", take(entry, invocation));
      }
    }
    return new Answer.Json(200, results.put("FailedEntryCount", failed));
  }

  private String take(PutEventsEntry entry, Invocation invocation) {
    var event = entry.event(ids.uuid().toString(), clock.instant());
    place(invocation).findBus(name(entry.bus().orElse(DEFAULT))).ifPresent(bus -> bus.put(event));
    return event.id();
  }

  private RegionState place(Invocation invocation) {
    return world.place(invocation.caller().account(), invocation.caller().region());
  }

  private static String name(String nameOrArn) {
    return nameOrArn.substring(
        nameOrArn.indexOf(":event-bus/") < 0 ? 0 : nameOrArn.indexOf('/') + 1);
  }

  private static ObjectNode result(EntryRefusal refusal) {
    return Json.object().put("ErrorCode", refusal.code()).put("ErrorMessage", refusal.message());
  }

  private static void checkBatch(List<PutEventsEntry> entries) {
    if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
      throw Refusal.invalid(
          "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member"
              + " must"
              + " have length %s"
                  .formatted(
                      entries.isEmpty()
                          ? "greater than or equal to 1"
                          : "less than or equal to " + MOST_ENTRIES));
    }
    if (entries.stream().mapToLong(PutEventsEntry::bytes).sum() > PutEventsEntry.MOST_BYTES) {
      throw Refusal.invalid("Total size of the entries in the request is over the limit.");
    }
  }
}
