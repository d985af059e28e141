package dev.bedrockinventory.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.audit.JsonContract;
import dev.bedrockinventory.audit.Resource;
import dev.bedrockinventory.model.Instants;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What is known of one resource. */
@Command(
    name = "show",
    description = "What is known of one resource; of a deleted one, what was known last.")
final class ShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private final ResourceArgument resource = new ResourceArgument();
  @Mixin private final ScopeOptions scopes = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  ShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var filter = scopes.filter(ledger.aws());
    try (var open = ledger.open(surroundings)) {
      print(resource.find(open.reader(), filter));
    }
    return ExitCode.FINE;
  }

  private void print(Resource found) {
    switch (output.format()) {
      case JSON, JSONL -> {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.set("head", JsonContract.of(found));
        new Printer(surroundings).value(tree, output.format());
      }
      case TABLE -> text(found);
    }
  }

  private void text(Resource found) {
    var head = found.head();
    line("ARN", head.arn().text());
    line("Kind", found.scope().kind().label());
    line("Account", found.scope().account());
    line("Region", found.scope().region());
    line("Revision", Long.toString(head.revision()));
    line("First seen", Instants.text(head.firstSeenAt()));
    line("Changed", Instants.text(head.changedAt()));
    found.deletedAt().ifPresent(instant -> line("Deleted", Instants.text(instant)));
    surroundings.out().println(Json.pretty(head.document().tree()));
  }

  private void line(String name, String value) {
    surroundings.out().println((name + ":").concat(" ".repeat(12 - name.length())) + value);
  }
}
