package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.model.Kind;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that selects kinds of resources. */
public final class KindOptions {
  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = Converter.class,
      completionCandidates = Converter.class,
      description = "Only this kind: ${COMPLETION-CANDIDATES}. Repeatable.")
  private List<Kind> kinds = List.of();

  /** The selected kinds; empty for all. */
  public Set<Kind> kinds() {
    return Set.copyOf(kinds);
  }

  /** Parses the label of a kind; has the labels for help and completion. */
  private static final class Converter implements ITypeConverter<Kind>, Iterable<String> {
    @Override
    public Kind convert(String label) {
      return Kind.find(label)
          .orElseThrow(() ->
              new TypeConversionException(
                  "unknown kind '%s'; expected %s".formatted(label, String.join(", ", this))));
    }

    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Kind.values()).map(Kind::label).iterator();
    }
  }
}
