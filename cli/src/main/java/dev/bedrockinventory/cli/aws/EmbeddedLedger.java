package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.ledger.dynamodb.TableCreator;
import dev.bedrockinventory.simulator.engine.DirectoryInUseException;
import dev.bedrockinventory.simulator.engine.Engine;
import dev.bedrockinventory.simulator.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * DynamoDB Local on the files of a directory. No other class of the read commands refers to it, so
 * that commands on a table run without its jars.
 */
public final class EmbeddedLedger {
  /** The name of the ledger's table in every directory. */
  public static final String TABLE = "inventory";

  private static final String DATABASES = "*.db";

  private EmbeddedLedger() {}

  /**
   * Opens the ledger in a directory.
   *
   * @param createIfMissing whether the directory and its files are created if they are missing
   * @throws CommandFailedException if there are no files of a ledger, or DynamoDB Local cannot use
   *     them
   */
  public static OpenLedger open(Path directory, boolean createIfMissing) {
    if (!createIfMissing && !exists(directory)) {
      throw new CommandFailedException(
          "there is no ledger in '%s'; './inventory sweep --data %s' creates one"
              .formatted(directory, directory));
    }
    var engine = start(directory);
    var client = AwsClients.local(engine.endpoint());
    new TableCreator(client, TABLE).createIfMissing();
    return OpenLedger.open(client, TABLE, engine::close);
  }

  private static Engine start(Path directory) {
    try {
      return Engine.onFiles(directory, 0);
    } catch (DirectoryInUseException | EngineException e) {
      throw new CommandFailedException("--data: " + e.getMessage(), e);
    }
  }

  private static boolean exists(Path directory) {
    try (var databases = Files.newDirectoryStream(directory, DATABASES)) {
      return databases.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }
}
