package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.construct.BedrockReadPermissions;
import dev.bedrockinventory.infra.construct.InventoryFunction;
import dev.bedrockinventory.infra.construct.Permission;
import dev.bedrockinventory.infra.construct.QueuePoller;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The function that reads the resource that an event names, called by the event queue. */
final class RefreshFunction extends Construct {
  private static final int MEMORY = 1024;

  /** The events of one scope in a batch share their reads and a transaction. */
  private static final int BATCH = 10;

  private final InventoryFunction function;

  RefreshFunction(
      Construct scope,
      InventoryFunction.Common common,
      DeploymentConfig deployment,
      TargetParameters targets,
      LedgerTable ledger,
      EventQueue queue) {
    super(scope, "Refreshes");
    function =
        new InventoryFunction(
            this,
            common,
            new InventoryFunction.Spec(
                "Refresh",
                "dev.bedrockinventory.functions.RefreshHandler::handleRequest",
                MEMORY,
                EventQueue.TIMEOUT,
                permissions(Stack.of(this), deployment, targets, ledger, queue),
                QueuePoller.FAILURES));
    function.nameRole("RefreshesRefreshRole", deployment.stack() + "-refresh");
    QueuePoller.create(
        this, "RefreshPoller", function, queue.queue(), deployment.refreshConcurrency(), BATCH);
  }

  InventoryFunction function() {
    return function;
  }

  private static List<Permission> permissions(
      Stack stack,
      DeploymentConfig deployment,
      TargetParameters targets,
      LedgerTable ledger,
      EventQueue queue) {
    return Stream.concat(
            BedrockReadPermissions.forRefreshes(stack, deployment.members()).stream(),
            Stream.of(
                targets.readPermission(),
                ledger.recordPermission(),
                QueuePoller.releasePermission(queue.queue()),
                QueuePoller.permission(queue.queue())))
        .toList();
  }
}
