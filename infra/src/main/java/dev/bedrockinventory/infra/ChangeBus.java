package dev.bedrockinventory.infra;

import software.amazon.awscdk.services.events.EventBus;
import software.constructs.Construct;

/** The bus on which changes are told; users hang their own rules and archives on it. */
final class ChangeBus extends Construct {
  private final EventBus bus;

  ChangeBus(Construct scope, Deployment deployment) {
    super(scope, "Changes");
    bus =
        EventBus.Builder.create(this, "Bus")
            .eventBusName(deployment.stack() + "-changes")
            .description("Tells each change that Bedrock Inventory records")
            .build();
    LogicalIds.freeze(bus, "ChangeBus");
  }

  EventBus bus() {
    return bus;
  }
}
