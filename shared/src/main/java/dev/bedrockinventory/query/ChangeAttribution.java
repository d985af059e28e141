package dev.bedrockinventory.query;

import dev.bedrockinventory.aws.Parallel;
import dev.bedrockinventory.change.RevisionEvents;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Revision;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds their causes to changes, of many resources at the same time: the revisions around the
 * changes are read in batches, then the evidence between them with one Query for each resource.
 * Thread-safe.
 */
final class ChangeAttribution {
  private final LedgerReader reader;
  private final AttributionReader attributions;

  ChangeAttribution(LedgerReader reader) {
    this.reader = reader;
    this.attributions = new AttributionReader(reader);
  }

  private record Revised(Arn arn, long revision) {}

  /** The changes with their causes, in the same order. */
  List<Change> attributed(Collection<Change> changes) {
    var runs = RevisionRun.of(changes);
    var near = near(runs);
    var found = Parallel.map(runs, run -> events(run, run.near(near)));
    var causes = new HashMap<Revised, List<Evidence>>();
    for (var index = 0; index < runs.size(); index++) {
      var arn = runs.get(index).arn();
      found
          .get(index)
          .forEach((number, events) -> causes.put(new Revised(arn, number), events.who()));
    }
    return changes.stream()
        .map(change -> {
          var who = causes.getOrDefault(new Revised(change.arn(), change.revision()), List.of());
          return change.with(new RevisionEvents(who, List.of()));
        })
        .toList();
  }

  private Map<ItemKey, Revision> near(List<RevisionRun> runs) {
    var keys = runs.stream().flatMap(RevisionRun::keys).toList();
    var revisions = new HashMap<ItemKey, Revision>();
    BatchRead.of(keys, reader::revisions)
        .forEach(stored -> revisions.put(stored.key(), stored.value()));
    return revisions;
  }

  private Map<Long, RevisionEvents> events(RevisionRun run, List<Revision> near) {
    var history = run.isDecidedBy(near) ? near : attributions.history(run.arn());
    return attributions.events(history, run.of(history));
  }
}
