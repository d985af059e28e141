package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.construct.LogicalIds;
import software.amazon.awscdk.services.events.EventBus;
import software.constructs.Construct;

/** The bus on which changes are told; users hang their own rules and archives on it. */
public final class ChangeBus extends Construct {
  private final EventBus bus;

  public ChangeBus(Construct scope, DeploymentConfig deployment) {
    super(scope, "Changes");
    bus =
        EventBus.Builder.create(this, "Bus")
            .eventBusName(deployment.stack() + "-changes")
            .description("Tells each change that Bedrock Inventory records")
            .build();
    LogicalIds.freeze(bus, "ChangeBus");
  }

  public EventBus bus() {
    return bus;
  }
}
