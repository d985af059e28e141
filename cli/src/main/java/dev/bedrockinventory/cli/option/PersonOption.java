package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.PersonFilter;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The option that selects calls by who made them. */
public final class PersonOption {
  @Option(
      names = "--by",
      paramLabel = "PERSON",
      description =
          "Only what this person did: a part of the ARN, user, session, source identity or Identity"
              + " Center user id.")
  private Optional<String> person = Optional.empty();

  /**
   * The selected person; absent for everybody.
   *
   * @throws UsageException if the text is empty
   */
  public Optional<PersonFilter> filter() {
    if (person.filter(String::isBlank).isPresent()) {
      throw new UsageException("--by requires a part of a name, such as alice");
    }
    return person.map(PersonFilter::new);
  }

  /** The changes that the selected person made. */
  public Stream<Change> select(Stream<Change> changes) {
    var by = filter();
    return changes.filter(
        change -> by.map(wanted -> wanted.matches(change.events().who())).orElse(true));
  }
}
