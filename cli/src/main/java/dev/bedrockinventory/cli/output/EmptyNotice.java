package dev.bedrockinventory.cli.output;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.query.EmptyResult;
import dev.bedrockinventory.query.Filter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Prints on stderr why nothing was found, if the ledger suggests a reason. */
public final class EmptyNotice {
  private final AtomicBoolean found = new AtomicBoolean();
  private final CliContext context;

  public EmptyNotice(CliContext context) {
    this.context = context;
  }

  /** The same elements; notices whether there are any. */
  public <T> Stream<T> watch(Stream<T> elements) {
    return elements.peek(_ -> found.set(true));
  }

  /** Prints the reasons in one line if a watched stream was read and had no elements. */
  public void print(LedgerReader reader, Filter filter) {
    if (!found.get()) {
      explain(reader, filter, "nothing that the ledger has matches");
    }
  }

  /** Prints the reasons in one line; without one, what an empty result means then. */
  public void explain(LedgerReader reader, Filter filter, String otherwise) {
    context.out().flush();
    var reasons = new EmptyResult(reader, filter).reasons();
    context
        .err()
        .println("nothing found: " + (reasons.isEmpty() ? otherwise : String.join("; ", reasons)));
  }
}
