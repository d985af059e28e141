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
 * The scope item. It is never written as a whole: an attribute that was never written is absent,
 * which for generation and revisions means 0. Under 1 KB, so that a write costs one unit.
 */
final class ScopeItem implements Codec<ScopeEntry> {
  /** The maximum length of a stored id, in bytes; the service's ids have up to 64 characters. */
  private static final int MOST_PROBED = 120;

  @Override
  public Map<String, AttributeValue> encode(ScopeEntry entry) {
    var state = entry.state();
    var item =
        new ItemWriter(ItemKey.scope(state.scope()))
            .text(AttributeNames.DIGEST, state.digest())
            .instant(AttributeNames.FIRST_PLANNED_AT, state.firstPlannedAt())
            .instant(AttributeNames.FIRST_LOOK_AT, state.firstLookAt())
            .instant(AttributeNames.LAST_COMPLETE_AT, state.lastCompleteAt())
            .instant(AttributeNames.LAST_ATTEMPT_AT, state.lastAttemptAt())
            .instant(AttributeNames.LAST_UNSUPPORTED_AT, state.lastUnsupportedAt())
            .text(AttributeNames.OUTCOME, state.outcome())
            .text(AttributeNames.REASON, state.reason())
            .text(AttributeNames.PROBED, state.probed().map(ScopeItem::cut))
            .flag(AttributeNames.DETAILED, state.detailed())
            .text(AttributeNames.DRIFT_DIGEST, state.driftDigest());
    if (state.generation() != 0) {
      item.number(AttributeNames.GENERATION, state.generation());
      item.number(AttributeNames.REVISIONS, state.revisions());
    }
    entry
        .lastLook()
        .ifPresent(look ->
            item.number(AttributeNames.SEEN, look.seen())
                .number(AttributeNames.FAILURES, look.failures())
                .number(AttributeNames.OMISSIONS, look.omissions())
                .number(AttributeNames.CALLS, look.calls())
                .number(AttributeNames.MILLIS, look.millis()));
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
            reader.findNumber(AttributeNames.GENERATION).orElse(0L),
            reader.findNumber(AttributeNames.REVISIONS).orElse(0L),
            reader.findText(AttributeNames.DIGEST),
            reader.findInstant(AttributeNames.FIRST_PLANNED_AT),
            reader.findInstant(AttributeNames.FIRST_LOOK_AT),
            reader.findInstant(AttributeNames.LAST_COMPLETE_AT),
            reader.findInstant(AttributeNames.LAST_ATTEMPT_AT),
            reader.findInstant(AttributeNames.LAST_UNSUPPORTED_AT),
            reader
                .findText(AttributeNames.OUTCOME)
                .map(text -> reader.value(AttributeNames.OUTCOME, text, Outcome::valueOf)),
            reader
                .findText(AttributeNames.REASON)
                .map(text -> reader.value(AttributeNames.REASON, text, Reason::valueOf)),
            reader.findText(AttributeNames.PROBED),
            reader.flag(AttributeNames.DETAILED),
            reader.findText(AttributeNames.DRIFT_DIGEST));
    return new ScopeEntry(state, reader.find(AttributeNames.SEEN).map(seen -> figures(reader)));
  }

  private static Scope scope(ItemReader reader) {
    var parts = reader.key().sk().split("#", 3);
    return reader.found(
        TableLayout.SORT_KEY,
        Optional.of(parts)
            .filter(all -> all.length == 3)
            .flatMap(all -> Kind.find(all[2]))
            .flatMap(kind -> Scope.find(parts[0], parts[1], kind)));
  }

  private static ScopeEntry.Figures figures(ItemReader reader) {
    return new ScopeEntry.Figures(
        reader.smallNumber(AttributeNames.SEEN),
        reader.smallNumber(AttributeNames.FAILURES),
        reader.smallNumber(AttributeNames.OMISSIONS),
        reader.smallNumber(AttributeNames.CALLS),
        reader.number(AttributeNames.MILLIS));
  }

  /** The stored form of an id, truncated if it is too long. */
  static String cut(String id) {
    var kept = id;
    while (kept.getBytes(StandardCharsets.UTF_8).length > MOST_PROBED) {
      kept = kept.substring(0, kept.length() - 1);
    }
    return kept;
  }
}
