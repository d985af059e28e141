package dev.bedrockinventory.cli.context;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Prints in UTF-8, without control characters that are not ours. */
final class SafeStream extends PrintStream {
  SafeStream(PrintStream out) {
    super(out, true, StandardCharsets.UTF_8);
  }

  @Override
  public void print(@Nullable String text) {
    super.print(text == null ? null : ControlCharacters.unsafeReplaced(text));
  }
}
