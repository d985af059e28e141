package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.aws.EmbeddedLedger;
import dev.bedrockinventory.cli.aws.OpenLedger;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.context.UsageException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the ledger is located; nothing is called or created before it is opened. */
public sealed interface LedgerLocation {
  /**
   * Opens an existing ledger.
   *
   * @throws UsageException if the table's region is not specified
   * @throws CommandFailedException if there are no files of a ledger, or another process uses them
   */
  OpenLedger open();

  /** The same, but creates the files and their table if they are missing. */
  OpenLedger openOrCreate();

  /** A table, which is created only by {@code --create-table}. */
  record Table(String name, AwsOptions aws, Optional<URI> endpoint, CliContext context)
      implements LedgerLocation {
    @Override
    public OpenLedger open() {
      return OpenLedger.open(AwsClients.dynamo(aws, endpoint, context), name, () -> {});
    }

    /** Calls nothing yet: the caller creates the table, and then requires its format. */
    @Override
    public OpenLedger openOrCreate() {
      return new OpenLedger(AwsClients.dynamo(aws, endpoint, context), name, () -> {});
    }
  }

  /** Files in a directory; the only reference to the classes of DynamoDB Local. */
  record Files(Path directory) implements LedgerLocation {
    @Override
    public OpenLedger open() {
      return open(false);
    }

    @Override
    public OpenLedger openOrCreate() {
      return open(true);
    }

    private OpenLedger open(boolean creating) {
      try {
        return EmbeddedLedger.open(directory, creating);
      } catch (NoClassDefFoundError e) {
        throw new CommandFailedException(
            "--data needs DynamoDB Local, which is not on the class path; start"
                + " through ./inventory",
            e);
      }
    }
  }
}
