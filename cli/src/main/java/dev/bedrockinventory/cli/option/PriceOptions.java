package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.cost.InvalidPricesException;
import dev.bedrockinventory.cost.PriceFile;
import dev.bedrockinventory.cost.Prices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of the price file. */
public final class PriceOptions {
  /** The variable in which the launcher passes the folder of the checkout. */
  private static final String HOME = "INVENTORY_HOME";

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "The price file (default: the one in the repository).")
  private Optional<Path> file = Optional.empty();

  /**
   * The prices of the file. Those of the repository are a part of the build, which the launcher
   * renews after a change.
   *
   * @throws CommandFailedException if the file cannot be read or is not valid
   */
  public Prices prices() {
    return file.map(PriceOptions::read).orElseGet(Prices::bundled);
  }

  /**
   * The file that an update replaces.
   *
   * @throws UsageException if it is not specified, and the checkout is not known
   */
  public Path target(CliContext context) {
    return file.or(() -> context.variable(HOME).map(home -> Path.of(home, PriceFile.IN_CHECKOUT)))
        .orElseThrow(() ->
            new UsageException(
                "no price file specified: use --prices FILE, or run ./inventory of the"
                    + " repository"));
  }

  /**
   * The prices of a file that an update replaces; those of this version if it does not exist yet.
   *
   * @throws CommandFailedException if it cannot be read or is not valid
   */
  public static Prices existing(Path target) {
    return Files.exists(target) ? read(target) : Prices.bundled();
  }

  private static Prices read(Path path) {
    try {
      return PriceFile.read(path);
    } catch (InvalidPricesException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new CommandFailedException(
          "price file '%s' cannot be read (%s); specify a readable file with --prices"
              .formatted(path, e.getClass().getSimpleName()),
          e);
    }
  }
}
