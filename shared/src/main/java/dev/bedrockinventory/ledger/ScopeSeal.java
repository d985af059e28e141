package dev.bedrockinventory.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The checksums of the scope item. It is never written as a whole, so attributes that are written
 * together share a checksum; generation, revisions and digest need none, since they are verified
 * against heads and tombstones.
 */
enum ScopeSeal {
  /** The last observation of any outcome. */
  LOOK(
      "lookSeal",
      AttributeNames.LAST_ATTEMPT_AT,
      AttributeNames.OUTCOME,
      AttributeNames.REASON,
      AttributeNames.SEEN,
      AttributeNames.FAILURES,
      AttributeNames.OMISSIONS,
      AttributeNames.CALLS,
      AttributeNames.MILLIS),
  /** The end of the last complete observation. */
  COMPLETE("completeSeal", AttributeNames.LAST_COMPLETE_AT),
  /** The last observation with reason UNSUPPORTED. */
  UNSUPPORTED("unsupportedSeal", AttributeNames.LAST_UNSUPPORTED_AT),
  /** The beginning of the first complete observation. */
  FIRST_LOOK("firstLookSeal", AttributeNames.FIRST_LOOK_AT),
  /** The first plan. */
  PLANNED("plannedSeal", AttributeNames.FIRST_PLANNED_AT),
  /** The last probed profile. */
  PROBED("probedSeal", AttributeNames.PROBED),
  /** Whether details are fetched for every profile. */
  DETAILED("detailedSeal", AttributeNames.DETAILED),
  /** The reported unmodeled members. */
  DRIFT("driftSeal", AttributeNames.DRIFT_DIGEST);

  /** This part of a digest reveals an edit by hand; the item must stay under 1 KB. */
  private static final int LENGTH = 16;

  private final String attribute;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> sealed;

  ScopeSeal(String attribute, String... sealed) {
    this.attribute = attribute;
    this.sealed = List.of(sealed);
  }

  /** The name of the attribute with the checksum. */
  String attribute() {
    return attribute;
  }

  /** The checksum of its attributes among these; absent if there are none. */
  Optional<String> of(ItemKey key, Map<String, AttributeValue> attributes) {
    var present = new HashMap<>(attributes);
    present.keySet().retainAll(sealed);
    if (present.isEmpty()) {
      return Optional.empty();
    }
    present.putAll(Keys.attributes(key));
    return Optional.of(Seal.of(present).substring(0, LENGTH));
  }
}
