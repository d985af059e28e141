package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.output.CostPrinter;
import dev.bedrockinventory.cli.output.OutputFormat;
import dev.bedrockinventory.cost.CostEstimator;
import dev.bedrockinventory.cost.Prices;
import dev.bedrockinventory.cost.UnitHistory;
import dev.bedrockinventory.cost.UnitStep;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.Resource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table shows only what the history of a model proves. */
final class CostPrinterTest {
  private static final Instant AT = Instant.parse("2026-11-05T12:00:00Z");

  @Test
  void unitsThatMayBeOlderThanTheirDayHeldBeforeIt() {
    assertThat(table(true)).contains("before 2026-11-05");
    assertThat(table(false)).contains("2026-11-05").doesNotContain("before");
  }

  private static String table(boolean hasEarlier) {
    var out = new ByteArrayOutputStream();
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    var context =
        new CliContext(Map.of(), () -> AT, stream, stream, false, false, Optional.empty());
    var cost =
        new CostEstimator(new Prices(List.of()), LocalDate.parse("2026-11-05")).of(resource());
    var step = new UnitStep(AT, false, cost.units(), Optional.empty());
    var row = new CostPrinter.Row(cost, new UnitHistory(List.of(step), hasEarlier));
    new CostPrinter(context).print(AT, List.of(row), OutputFormat.TABLE);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Resource resource() {
    var scope = new Scope("111122223333", "us-east-1", Kind.IMPORTED_MODEL);
    var arn = new Arn("arn:aws:bedrock:us-east-1:111122223333:imported-model/abcdefghijkl");
    var document = new Document("{}");
    return new Resource(
        scope, new Head(arn, 1, 1, document.digest(), "0", AT, AT, document), Optional.empty());
  }
}
