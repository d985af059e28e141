package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.model.Kind;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses {@code --kind}, with the kinds for help and completion. */
public final class KindConverter implements ITypeConverter<Kind>, Iterable<String> {
  @Override
  public Kind convert(String label) {
    return Kind.find(label)
        .orElseThrow(() ->
            new TypeConversionException(
                "unknown kind '%s'; expected %s".formatted(label, labels())));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Kind.values()).map(Kind::label).iterator();
  }

  private static String labels() {
    return Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining(", "));
  }
}
