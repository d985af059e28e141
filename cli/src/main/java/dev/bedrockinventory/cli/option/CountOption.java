package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.query.Grouped;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that counts resources instead of listing them. */
public final class CountOption {
  @Option(
      names = "--count-by",
      paramLabel = "WHAT",
      converter = Converter.class,
      description = "Count instead: by account, region, kind, model or tag:KEY.")
  private Optional<Grouped.By> by = Optional.empty();

  /** What is counted; absent: nothing. */
  public Optional<Grouped.By> by() {
    return by;
  }

  private static final class Converter implements ITypeConverter<Grouped.By> {
    @Override
    public Grouped.By convert(String text) {
      var prefix = Grouped.By.Tag.PREFIX;
      if (text.startsWith(prefix) && text.length() > prefix.length()) {
        return new Grouped.By.Tag(text.substring(prefix.length()));
      }
      return Arrays.stream(Grouped.By.Part.values())
          .filter(part -> part.label().equals(text))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "'%s' cannot be counted by; expected %s or tag:KEY"
                      .formatted(
                          text,
                          Arrays.stream(Grouped.By.Part.values())
                              .map(Grouped.By::label)
                              .collect(Collectors.joining(", ")))));
    }
  }
}
