package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.construct.BedrockReadPermissions;
import dev.bedrockinventory.infra.construct.InventoryFunction;
import dev.bedrockinventory.infra.construct.Permission;
import dev.bedrockinventory.infra.construct.QueuePoller;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The function that sweeps one scope, called by the sweep queue. */
final class SweepFunction extends Construct {
  /** The maximum of Lambda; the first sweep of thousands of resources takes minutes. */
  private static final Duration TIMEOUT = Duration.seconds(900);

  private static final int MEMORY = 1024;

  private final InventoryFunction function;

  SweepFunction(
      Construct scope,
      InventoryFunction.Common common,
      DeploymentConfig deployment,
      LedgerTable ledger,
      SweepQueue queue) {
    super(scope, "Sweeps");
    function =
        new InventoryFunction(
            this,
            common,
            new InventoryFunction.Spec(
                "Sweep",
                "dev.bedrockinventory.functions.SweepHandler::handleRequest",
                MEMORY,
                TIMEOUT,
                permissions(Stack.of(this), deployment, ledger, queue),
                QueuePoller.FAILURES));
    function.nameRole("SweepsSweepRole", deployment.stack() + "-sweep");
    QueuePoller.create(
        this, "SweepPoller", function, queue.queue(), deployment.sweepConcurrency(), 1);
  }

  InventoryFunction function() {
    return function;
  }

  private static List<Permission> permissions(
      Stack stack, DeploymentConfig deployment, LedgerTable ledger, SweepQueue queue) {
    return Stream.concat(
            BedrockReadPermissions.forSweeps(stack, deployment.members()).stream(),
            Stream.of(
                ledger.recordPermission(),
                QueuePoller.releasePermission(queue.queue()),
                QueuePoller.permission(queue.queue())))
        .toList();
  }
}
