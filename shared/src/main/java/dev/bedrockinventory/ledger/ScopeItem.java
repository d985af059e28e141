package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.ScopeState;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The scope item. Only updates write it: an attribute that was never written is absent, which means
 * 0 for generation and revisions. Under 1 KB, so that a write costs one unit.
 */
final class ScopeItem implements Codec<ScopeEntry> {
  /** The most bytes of a stored id; the service's ids are up to 64 characters long. */
  private static final int MOST_PROBED = 64;

  @Override
  public Map<String, AttributeValue> encode(ScopeEntry entry) {
    var state = entry.state();
    var item =
        new ItemWriter(ItemKey.scope(state.scope()))
            .text(TableLayout.DIGEST, state.digest())
            .text(TableLayout.CHANGE_DAYS, state.changeDays())
            .instant(TableLayout.FIRST_PLANNED_AT, state.firstPlannedAt())
            .instant(TableLayout.FIRST_LISTING_AT, state.firstListingAt())
            .instant(TableLayout.LAST_COMPLETE_AT, state.lastCompleteAt())
            .instant(TableLayout.LAST_ATTEMPT_AT, state.lastAttemptAt())
            .instant(TableLayout.LAST_UNSUPPORTED_AT, state.lastUnsupportedAt())
            .text(TableLayout.OUTCOME, state.outcome())
            .text(TableLayout.REASON, state.reason())
            .text(TableLayout.PROBED, state.probed().map(ScopeItem::cut))
            .flag(TableLayout.DETAILED, state.detailed())
            .text(TableLayout.DRIFT_DIGEST, state.driftDigest())
            .instant(TableLayout.UNPLANNED_AT, entry.unplannedAt());
    if (state.generation() != 0) {
      item.number(TableLayout.GENERATION, state.generation());
      item.number(TableLayout.REVISIONS, state.revisions());
    }
    entry
        .lastObservation()
        .ifPresent(figures ->
            item.number(TableLayout.SEEN, figures.seen())
                .number(TableLayout.FAILURES, figures.failures())
                .number(TableLayout.OMISSIONS, figures.omissions())
                .number(TableLayout.CALLS, figures.calls())
                .number(TableLayout.MILLIS, figures.millis()));
    for (var checksum : ScopeChecksum.values()) {
      item.text(checksum.attribute(), checksum.of(ItemKey.scope(state.scope()), item.build()));
    }
    return item.build();
  }

  @Override
  public ScopeEntry decode(Map<String, AttributeValue> item) {
    var reader = new ItemReader(item);
    var state =
        new ScopeState(
            reader.found(TableLayout.SORT_KEY, reader.key().findScope()),
            reader.findNumber(TableLayout.GENERATION).orElse(0L),
            reader.findNumber(TableLayout.REVISIONS).orElse(0L),
            reader.findText(TableLayout.DIGEST),
            reader
                .findText(TableLayout.CHANGE_DAYS)
                .map(text -> reader.value(TableLayout.CHANGE_DAYS, text, ChangeDays::parse)),
            reader.findInstant(TableLayout.FIRST_PLANNED_AT),
            reader.findInstant(TableLayout.FIRST_LISTING_AT),
            reader.findInstant(TableLayout.LAST_COMPLETE_AT),
            reader.findInstant(TableLayout.LAST_ATTEMPT_AT),
            reader.findInstant(TableLayout.LAST_UNSUPPORTED_AT),
            reader
                .findText(TableLayout.OUTCOME)
                .map(text -> reader.value(TableLayout.OUTCOME, text, Outcome::valueOf)),
            reader
                .findText(TableLayout.REASON)
                .map(text -> reader.value(TableLayout.REASON, text, Reason::valueOf)),
            reader.findText(TableLayout.PROBED),
            reader.flag(TableLayout.DETAILED),
            reader.findText(TableLayout.DRIFT_DIGEST));
    return new ScopeEntry(
        state,
        reader.find(TableLayout.SEEN).map(seen -> figures(reader)),
        reader.findInstant(TableLayout.UNPLANNED_AT));
  }

  private static ScopeEntry.Figures figures(ItemReader reader) {
    return new ScopeEntry.Figures(
        reader.smallNumber(TableLayout.SEEN),
        reader.smallNumber(TableLayout.FAILURES),
        reader.smallNumber(TableLayout.OMISSIONS),
        reader.smallNumber(TableLayout.CALLS),
        reader.number(TableLayout.MILLIS));
  }

  /** The id as stored: cut if it is too long. */
  static String cut(String id) {
    var kept = id;
    while (kept.getBytes(StandardCharsets.UTF_8).length > MOST_PROBED) {
      kept = kept.substring(0, kept.length() - 1);
    }
    return kept;
  }
}
