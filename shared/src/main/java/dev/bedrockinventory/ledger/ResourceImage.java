package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Decodes heads, tombstones and known marks from images of the table's stream. An image that is
 * damaged, or that is not of a resource of the scope in its key, has no value.
 */
public final class ResourceImage {
  private ResourceImage() {}

  /** The head in the image of the item with this key. */
  public static Optional<Head> head(ItemKey key, Map<String, AttributeValue> image) {
    return read(key, image, HeadItem::new, Head::arn);
  }

  /** The tombstone in the image of the item with this key. */
  public static Optional<Tombstone> tombstone(ItemKey key, Map<String, AttributeValue> image) {
    return read(key, image, ItemCodecs.TombstoneItem::new, gone -> gone.last().arn());
  }

  /** The resource that the image of the known mark with this key names. */
  public static Optional<Arn> known(ItemKey key, Map<String, AttributeValue> image) {
    return read(key, image, ItemCodecs.KnownItem::new, Function.identity());
  }

  private static <T> Optional<T> read(
      ItemKey key,
      Map<String, AttributeValue> image,
      Function<Scope, Codec<T>> codec,
      Function<T, Arn> arn) {
    return key.findScopeOfResource()
        .flatMap(scope ->
            codec.apply(scope).read(image).intact().filter(value -> scope.holds(arn.apply(value))));
  }
}
