package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.construct.LogicalIds;
import software.amazon.awscdk.services.events.EventBus;
import software.constructs.Construct;

/** The event bus of the change feed; users add their own rules and archives to it. */
final class ChangeBus extends Construct {
  private final EventBus bus;

  ChangeBus(Construct scope, DeploymentConfig deployment) {
    super(scope, "Changes");
    bus =
        EventBus.Builder.create(this, "Bus")
            .eventBusName(deployment.stack() + "-changes")
            .description("Receives an event for each change that Bedrock Inventory records")
            .build();
    LogicalIds.freeze(bus, "ChangeBus");
  }

  EventBus bus() {
    return bus;
  }
}
