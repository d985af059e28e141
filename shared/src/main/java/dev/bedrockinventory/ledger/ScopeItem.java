package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The scope item. It is never written whole: an attribute that was never written is absent, which
 * for generation and revisions means 0. Under 1 KB, so that a write costs one unit.
 */
final class ScopeItem implements Codec<ScopeEntry> {
  /** The most bytes of an id that are kept; the service's ids are up to 64 characters long. */
  private static final int MOST_PROBED = 120;

  @Override
  public Map<String, AttributeValue> encode(ScopeEntry entry) {
    var state = entry.state();
    var item =
        new ItemWriter(ItemKey.scope(state.scope()))
            .text(Names.DIGEST, state.digest())
            .instant(Names.FIRST_PLANNED_AT, state.firstPlannedAt())
            .instant(Names.FIRST_LOOK_AT, state.firstLookAt())
            .instant(Names.LAST_COMPLETE_AT, state.lastCompleteAt())
            .instant(Names.LAST_ATTEMPT_AT, state.lastAttemptAt())
            .instant(Names.LAST_UNSUPPORTED_AT, state.lastUnsupportedAt())
            .text(Names.OUTCOME, state.outcome())
            .text(Names.REASON, state.reason())
            .text(Names.PROBED, state.probed().map(ScopeItem::cut))
            .flag(Names.DETAILED, state.detailed())
            .text(Names.DRIFT_DIGEST, state.driftDigest());
    if (state.generation() != 0) {
      item.number(Names.GENERATION, state.generation());
      item.number(Names.REVISIONS, state.revisions());
    }
    entry
        .lastLook()
        .ifPresent(look ->
            item.number(Names.SEEN, look.seen())
                .number(Names.FAILURES, look.failures())
                .number(Names.OMISSIONS, look.omissions())
                .number(Names.CALLS, look.calls())
                .number(Names.MILLIS, look.millis()));
    for (var seal : ScopeSeal.values()) {
      item.text(seal.attribute(), seal.of(ItemKey.scope(state.scope()), item.build()));
    }
    return item.build();
  }

  @Override
  public ScopeEntry decode(Map<String, AttributeValue> item) {
    var reader = new ItemReader(item);
    var state =
        new ScopeState(
            scope(reader),
            reader.findNumber(Names.GENERATION).orElse(0L),
            reader.findNumber(Names.REVISIONS).orElse(0L),
            reader.findText(Names.DIGEST),
            reader.findInstant(Names.FIRST_PLANNED_AT),
            reader.findInstant(Names.FIRST_LOOK_AT),
            reader.findInstant(Names.LAST_COMPLETE_AT),
            reader.findInstant(Names.LAST_ATTEMPT_AT),
            reader.findInstant(Names.LAST_UNSUPPORTED_AT),
            reader
                .findText(Names.OUTCOME)
                .map(text -> reader.value(Names.OUTCOME, text, Outcome::valueOf)),
            reader
                .findText(Names.REASON)
                .map(text -> reader.value(Names.REASON, text, Reason::valueOf)),
            reader.findText(Names.PROBED),
            reader.flag(Names.DETAILED),
            reader.findText(Names.DRIFT_DIGEST));
    return new ScopeEntry(state, reader.find(Names.SEEN).map(seen -> figures(reader)));
  }

  private static Scope scope(ItemReader reader) {
    var parts = reader.key().sk().split("#", 3);
    return reader.found(
        Table.SORT_KEY,
        Optional.of(parts)
            .filter(all -> all.length == 3)
            .flatMap(all -> Kind.find(all[2]))
            .flatMap(kind -> Scope.find(parts[0], parts[1], kind)));
  }

  private static ScopeEntry.Figures figures(ItemReader reader) {
    return new ScopeEntry.Figures(
        reader.smallNumber(Names.SEEN),
        reader.smallNumber(Names.FAILURES),
        reader.smallNumber(Names.OMISSIONS),
        reader.smallNumber(Names.CALLS),
        reader.number(Names.MILLIS));
  }

  /** An id as the item keeps it: cut where it would make the item large. */
  static String cut(String id) {
    var kept = id;
    while (kept.getBytes(StandardCharsets.UTF_8).length > MOST_PROBED) {
      kept = kept.substring(0, kept.length() - 1);
    }
    return kept;
  }
}
