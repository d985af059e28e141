package dev.bedrockinventory.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The checksums of the scope item. Only updates write it, and an update does not read the others'
 * attributes, so each group of attributes that is written together has its own. Generation,
 * revisions and digest need none, because they are verified against heads and tombstones.
 */
enum ScopeChecksum {
  /** The end of the last observation of any outcome. */
  OBSERVATION(
      "lookSeal",
      TableLayout.LAST_ATTEMPT_AT,
      TableLayout.OUTCOME,
      TableLayout.REASON,
      TableLayout.SEEN,
      TableLayout.FAILURES,
      TableLayout.OMISSIONS,
      TableLayout.CALLS,
      TableLayout.MILLIS),
  /** The end of the last complete observation. */
  COMPLETE("completeSeal", TableLayout.LAST_COMPLETE_AT),
  /** When Bedrock last reported that it is not supported. */
  UNSUPPORTED("unsupportedSeal", TableLayout.LAST_UNSUPPORTED_AT),
  /** The start of the first observation with a complete listing. */
  FIRST_LISTING("firstLookSeal", TableLayout.FIRST_LISTING_AT),
  /** When an observation was first planned. */
  PLANNED("plannedSeal", TableLayout.FIRST_PLANNED_AT),
  /** Since when the scope is no longer planned. */
  UNPLANNED("unplannedSeal", TableLayout.UNPLANNED_AT),
  /** The resource whose details were read last. */
  PROBED("probedSeal", TableLayout.PROBED),
  /** Whether details are read for each profile. */
  DETAILED("detailedSeal", TableLayout.DETAILED),
  /** The schema drift that was reported. */
  DRIFT("driftSeal", TableLayout.DRIFT_DIGEST);

  /** Long enough to reveal an edit by hand, short enough to keep the item under 1 KB. */
  private static final int LENGTH = 16;

  private final String attribute;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> covered;

  ScopeChecksum(String attribute, String... covered) {
    this.attribute = attribute;
    this.covered = List.of(covered);
  }

  /** The name of the attribute with the checksum. */
  String attribute() {
    return attribute;
  }

  /** The attributes of an item whose checksum fits, with those checksums and the key. */
  static Map<String, AttributeValue> proved(ItemKey key, Map<String, AttributeValue> item) {
    var proved = new HashMap<>(key.attributes());
    for (var checksum : values()) {
      var stored = Optional.ofNullable(item.get(checksum.attribute)).map(AttributeValue::s);
      if (stored.isPresent() && stored.equals(checksum.of(key, item))) {
        var own = new HashMap<>(item);
        own.keySet().retainAll(checksum.covered);
        proved.putAll(own);
      }
    }
    return proved;
  }

  /** The checksum of the covered attributes; absent if none of them is present. */
  Optional<String> of(ItemKey key, Map<String, AttributeValue> attributes) {
    var present = new HashMap<>(attributes);
    present.keySet().retainAll(covered);
    if (present.isEmpty()) {
      return Optional.empty();
    }
    present.putAll(key.attributes());
    return Optional.of(Checksum.of(present).substring(0, LENGTH));
  }
}
