package dev.bedrockinventory.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.cli.output.TextTable;
import dev.bedrockinventory.model.ChangeKind;

/**
 * The result of a demo.
 *
 * @param sweeps the number of swept scopes, each time counted
 * @param counts the counts of all steps
 * @param verified whether the ledger was intact at the end
 */
record DemoSummary(int sweeps, StepCounts counts, boolean verified) {
  /** The JSON, which is a contract of {@code docs/cli.md}. */
  ObjectNode json() {
    var tree = JsonNodeFactory.instance.objectNode().put("sweeps", sweeps);
    var changes = tree.putObject("changes");
    for (var kind : ChangeKind.values()) {
      changes.put(kind.name(), counts.changes().getOrDefault(kind, 0));
    }
    return tree.put("refused", counts.refused())
        .put("partial", counts.partial())
        .put("omissions", counts.omissions())
        .put("drift", counts.drift())
        .put("refreshes", counts.refreshes())
        .put("attempts", counts.attempts())
        .put("verified", verified);
  }

  /** The same as rows; the numbers of changes have rows of their own. */
  TextTable table() {
    var table = new TextTable("RESULT", "VALUE");
    for (var member : json().properties()) {
      if (member.getValue().isObject()) {
        member
            .getValue()
            .properties()
            .forEach(kind -> table.row(kind.getKey(), kind.getValue().asText()));
      } else {
        table.row(member.getKey(), member.getValue().asText());
      }
    }
    return table;
  }
}
