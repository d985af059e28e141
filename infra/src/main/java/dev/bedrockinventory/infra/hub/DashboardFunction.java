package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.construct.InventoryFunction;
import dev.bedrockinventory.infra.construct.LogicalIds;
import dev.bedrockinventory.infra.construct.Permission;
import dev.bedrockinventory.ledger.TableLayout;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/**
 * The function that shows the inventory in custom widgets. It may only read the ledger. CloudWatch
 * calls it with the permissions of the person who opens the dashboard.
 */
final class DashboardFunction extends Construct {
  private static final Duration TIMEOUT = Duration.seconds(30);
  private static final int MEMORY = 1024;

  private final InventoryFunction function;

  DashboardFunction(Construct scope, InventoryFunction.Common common, LedgerTable ledger) {
    super(scope, "Dashboard");
    function =
        new InventoryFunction(
            this,
            common,
            new InventoryFunction.Spec(
                "Show",
                "dev.bedrockinventory.functions.DashboardHandler::handleRequest",
                MEMORY,
                TIMEOUT,
                List.of(
                    Permission.exact(
                        "ReadLedger",
                        List.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"),
                        ledger.table().getTableArn()),
                    Permission.exact(
                        "ReadChanges",
                        List.of("dynamodb:Query"),
                        ledger.table().getTableArn() + "/index/" + TableLayout.CHANGES)),
                "The dashboard calls it and shows a failure."));
    LogicalIds.freeze(function.alias(), "DashboardLive");
  }

  InventoryFunction function() {
    return function;
  }
}
