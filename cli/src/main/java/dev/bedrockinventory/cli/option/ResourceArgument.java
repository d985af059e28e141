package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.Resource;
import dev.bedrockinventory.query.ResourceFinder;
import dev.bedrockinventory.query.ResourceFinder.Match;
import dev.bedrockinventory.sweep.ImportTracker;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The argument that identifies one resource, as in the API. */
public final class ResourceArgument {
  @Parameters(paramLabel = "RESOURCE", description = "A resource: its ARN, its id or its name.")
  private String text = "";

  /**
   * Finds the resource.
   *
   * @throws UsageException if it is a malformed ARN, or matches several resources
   * @throws CommandFailedException if it matches none
   */
  public Resource find(LedgerReader reader, Filter filter) {
    return find(text, reader, filter);
  }

  /** Finds the resource that a text identifies, as {@link #find(LedgerReader, Filter)} does. */
  public static Resource find(String text, LedgerReader reader, Filter filter) {
    check(text);
    return switch (new ResourceFinder(reader).find(text, filter)) {
      case Match.One one -> one.resource();
      case Match.None none ->
          throw new CommandFailedException(
              "no resource has the ARN, id or name '%s'; './inventory list' shows all"
                  .formatted(text));
      case Match.Several several ->
          throw new UsageException(
              "'%s' matches %d resources; use the ARN of one"
                  .formatted(text, several.resources().size()),
              several.resources().stream().map(resource -> resource.head().arn().text()).toList());
    };
  }

  /** Whether the argument is the name of this resource, and so may have meant an earlier one. */
  public boolean isNameOf(Resource resource) {
    return resource
        .head()
        .document()
        .name(resource.scope().kind())
        .filter(text::equals)
        .isPresent();
  }

  /** The import job's ARN, if the argument is one. */
  public Optional<Arn> findJob() {
    return Arn.find(text).filter(arn -> ImportTracker.scope(arn).isPresent());
  }

  private static void check(String text) {
    if (text.startsWith("arn:") && Arn.find(text).flatMap(Arn::scope).isEmpty()) {
      throw new UsageException(
          ("'%s' is not the ARN of an inference profile or imported model; expected one such as"
                  + " arn:aws:bedrock:us-east-2:111122223333:imported-model/abcdefghijkl")
              .formatted(text));
    }
  }
}
