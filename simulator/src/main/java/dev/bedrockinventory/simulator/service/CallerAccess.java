package dev.bedrockinventory.simulator.service;

import dev.bedrockinventory.simulator.wire.Caller;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Refusal;
import dev.bedrockinventory.simulator.world.RegionState;
import dev.bedrockinventory.simulator.world.Regions;
import dev.bedrockinventory.simulator.world.World;

/**
 * Checks that come before every Bedrock operation: the region supports it, the ARN is the caller's.
 */
final class CallerAccess {
  private static final String NOT_FOUND =
      "The specified resource Amazon Resource Name (ARN) was not found. Check the Amazon Resource"
          + " Name (ARN) and try your request again.";

  private CallerAccess() {}

  /** The state of the caller's account and region, if Bedrock is supported there. */
  static RegionState of(World world, Invocation invocation) {
    var caller = invocation.caller();
    switch (world.support(caller.region())) {
      case SUPPORTED -> {}
      case UNKNOWN_OPERATION -> throw unknownOperation();
      case NOT_AUTHORIZED ->
          throw new Refusal(
              403,
              "AccessDeniedException",
              "Your account is not authorized to invoke this API operation");
    }
    return world.place(caller.account(), caller.region());
  }

  /** The state of the caller's account and region, if custom model import is supported there. */
  static RegionState ofImport(World world, Invocation invocation) {
    var place = of(world, invocation);
    if (!Regions.importsModels(place.region())) {
      throw unknownOperation();
    }
    return place;
  }

  /** Refuses an ARN of another account or region; ids and names pass. */
  static void own(Invocation invocation, String identifier) {
    if (!identifier.startsWith("arn:")) {
      return;
    }
    Caller caller = invocation.caller();
    var parts = identifier.split(":", 6);
    if (!parts[3].equals(caller.region())) {
      throw Refusal.invalid("The provided ARN is invalid for the service region.");
    }
    if (!parts[4].equals(caller.account())) {
      throw new Refusal(
          403,
          "AccessDeniedException",
          "User: %s is not authorized to perform: bedrock:%s on resource: %s"
              .formatted(caller.arn(), invocation.operation(), identifier));
    }
  }

  static Refusal notFound() {
    return new Refusal(404, "ResourceNotFoundException", NOT_FOUND);
  }

  private static Refusal unknownOperation() {
    return Refusal.invalid("Unknown Operation");
  }
}
