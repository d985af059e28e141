package dev.bedrockinventory.infra.hub;

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

  /** Limits the calls of a burst of events: sweeps share the account's rate of calls. */
  private static final int CONCURRENCY = 5;

  /** The events of one scope in a batch share their reads and a transaction. */
  private static final int BATCH = 10;

  private final InventoryFunction function;

  RefreshFunction(
      Construct scope,
      InventoryFunction.Common common,
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
                permissions(Stack.of(this), targets, ledger, queue),
                QueuePoller.FAILURES));
    function.freezeRole("RefreshesRefreshRole");
    QueuePoller.create(this, function, queue.queue(), CONCURRENCY, BATCH);
  }

  InventoryFunction function() {
    return function;
  }

  private static List<Permission> permissions(
      Stack stack, TargetParameters targets, LedgerTable ledger, EventQueue queue) {
    return Stream.concat(
            BedrockReadPermissions.forRefreshes(stack).stream(),
            Stream.of(
                targets.readPermission(),
                ledger.recordPermission(),
                QueuePoller.releasePermission(queue.queue()),
                QueuePoller.permission(queue.queue())))
        .toList();
  }
}
