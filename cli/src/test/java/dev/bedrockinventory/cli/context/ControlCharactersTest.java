package dev.bedrockinventory.cli.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and tags cannot control the terminal on which they are printed. */
final class ControlCharactersTest {
  private static final String HOSTILE = "a\u009b31mb\u202ec\u2066d\u061ce\u200ff\u0007g\u001b]0;h";

  @Test
  void nothingThatIsPrintedHasControlCharactersThatAreNotOurs() {
    assertThat(printed(HOSTILE + "\u001b[1mbold\u001b[0m\tand\n"))
        .isEqualTo(
            "a\ufffd31mb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg\ufffd]0;h"
                + "\u001b[1mbold\u001b[0m\tand\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b", "\u0085", "\u007f", "\u2069", "\n"})
  void aCellHasNoneAtAll(String hostile) {
    assertThat(ControlCharacters.replaced("a" + hostile + "b")).isEqualTo("a\ufffdb");
  }

  @Test
  void jsonKeepsThemEscaped() {
    assertThat(ControlCharacters.escaped("{\"a\":\"\u009b\u202e\"}"))
        .isEqualTo("{\"a\":\"\\u009b\\u202e\"}");
  }

  private static String printed(String text) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var context =
        new CliContext(Map.of(), InstantSource.system(), out, out, false, false, Optional.empty());
    context.out().print(text);
    context.out().flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
