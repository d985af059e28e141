package dev.bedrockinventory.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The seals of the scope item. It is never written whole, so what is written together is sealed
 * together; generation, revisions and digest need none, since heads and tombstones tell them too.
 */
enum ScopeChecksum {
  /** How the last look of any outcome ended. */
  LOOK(
      "lookSeal",
      TableLayout.LAST_ATTEMPT_AT,
      TableLayout.OUTCOME,
      TableLayout.REASON,
      TableLayout.SEEN,
      TableLayout.FAILURES,
      TableLayout.OMISSIONS,
      TableLayout.CALLS,
      TableLayout.MILLIS),
  /** When the last complete look ended. */
  COMPLETE("completeSeal", TableLayout.LAST_COMPLETE_AT),
  /** When a look was last answered that Bedrock is not supported. */
  UNSUPPORTED("unsupportedSeal", TableLayout.LAST_UNSUPPORTED_AT),
  /** When the first complete look began. */
  FIRST_LOOK("firstLookSeal", TableLayout.FIRST_LOOK_AT),
  /** When a look was first planned. */
  PLANNED("plannedSeal", TableLayout.FIRST_PLANNED_AT),
  /** Which profile was probed last. */
  PROBED("probedSeal", TableLayout.PROBED),
  /** Whether details are fetched for every profile. */
  DETAILED("detailedSeal", TableLayout.DETAILED),
  /** Which drift was reported. */
  DRIFT("driftSeal", TableLayout.DRIFT_DIGEST);

  /** So much of a digest betrays an edit by hand; the item must stay under 1 KB. */
  private static final int LENGTH = 16;

  private final String attribute;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> sealed;

  ScopeChecksum(String attribute, String... sealed) {
    this.attribute = attribute;
    this.sealed = List.of(sealed);
  }

  /** The name of the attribute that holds the seal. */
  String attribute() {
    return attribute;
  }

  /** The seal of those of the attributes that it seals; absent if there is none of them. */
  Optional<String> of(ItemKey key, Map<String, AttributeValue> attributes) {
    var present = new HashMap<>(attributes);
    present.keySet().retainAll(sealed);
    if (present.isEmpty()) {
      return Optional.empty();
    }
    present.putAll(key.attributes());
    return Optional.of(Checksum.of(present).substring(0, LENGTH));
  }
}
