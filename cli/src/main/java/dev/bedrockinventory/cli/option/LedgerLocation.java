package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.cli.ledger.LedgerFile;
import dev.bedrockinventory.cli.ledger.OpenLedger;
import dev.bedrockinventory.ledger.dynamodb.TableCreator;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the ledger is located; nothing is called or created before it is opened. */
public sealed interface LedgerLocation {
  /**
   * Opens an existing ledger, but does not require its format yet.
   *
   * @throws UsageException if the table's region is not specified
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if there is no file, or it cannot
   *     be used
   */
  OpenLedger connect();

  /**
   * Opens an existing ledger.
   *
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException as {@link #connect}, or if its
   *     format is not supported
   */
  default OpenLedger open() {
    return connect().requireFormat();
  }

  /**
   * The same, but creates a missing file.
   *
   * @param createsTable whether a missing table is created too
   */
  OpenLedger openOrCreate(boolean createsTable);

  /** A table. */
  record Table(String name, AwsOptions aws, Optional<URI> endpoint, CliContext context)
      implements LedgerLocation {
    @Override
    public OpenLedger connect() {
      return OpenLedger.inTable(AwsClients.dynamo(aws, endpoint, context), name, () -> {});
    }

    @Override
    public OpenLedger openOrCreate(boolean createsTable) {
      if (createsTable) {
        try (var dynamo = AwsClients.dynamo(aws, endpoint, context)) {
          new TableCreator(dynamo, name).createIfMissing();
        }
      }
      return open();
    }
  }

  /** A SQLite file. */
  record File(Path path, CliContext context) implements LedgerLocation {
    @Override
    public OpenLedger connect() {
      return LedgerFile.open(path);
    }

    @Override
    public OpenLedger openOrCreate(boolean createsTable) {
      return LedgerFile.openOrCreate(path, context.clock().instant());
    }
  }
}
