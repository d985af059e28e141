package dev.bedrockinventory.cli.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.sweep.SweepReport;
import java.util.TreeMap;

/** The JSON of one scope's sweep, which is a contract of {@code docs/cli.md}. */
public final class SweepJson {
  private SweepJson() {}

  public static ObjectNode of(SweepReport report) {
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("account", report.scope().account())
            .put("region", report.scope().region())
            .put("kind", report.scope().kind().label())
            .put("outcome", report.outcome().name());
    report.reason().ifPresent(reason -> tree.put("reason", reason.name()));
    if (!report.failures().isEmpty()) {
      var failures = tree.putArray("failures");
      report.failures().forEach(failure -> failures.add(of(failure)));
    }
    tree.put("seen", report.seen());
    var changes = tree.putObject("changes");
    for (var kind : ChangeKind.values()) {
      changes.put(kind.name(), report.changes().getOrDefault(kind, 0));
    }
    tree.put("omissions", report.omissions());
    var calls = tree.putObject("apiCalls");
    new TreeMap<>(report.apiCalls()).forEach(calls::put);
    tree.putObject("consumed")
        .put("read", report.consumed().read())
        .put("write", report.consumed().write());
    return tree.put("millis", report.millis());
  }

  private static ObjectNode of(Failure failure) {
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("reason", failure.reason().name())
            .put("operation", failure.operation());
    failure.resource().ifPresent(arn -> tree.put("resource", arn.text()));
    return tree.put("message", failure.message());
  }
}
