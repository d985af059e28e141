package dev.bedrockinventory.bedrock;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.normalize.Normalized;
import dev.bedrockinventory.normalize.Normalizer;
import dev.bedrockinventory.normalize.Operation;
import dev.bedrockinventory.sweep.TagReading;
import java.util.Optional;

/** Reads the tags of one resource. */
final class TagReader {
  private static final Operation OPERATION = Operation.LIST_TAGS_FOR_RESOURCE;

  private TagReader() {}

  /** Calls ListTagsForResource. */
  static TagReading read(Api api, Arn arn) {
    return switch (api.tags(arn)) {
      case ApiResult.Failed failed -> new TagReading.Unread(failed.failure());
      case ApiResult.NotFound _ -> new TagReading.Vanished();
      case ApiResult.Told told ->
          switch (Normalizer.tags(OPERATION, told.tree(), arn)) {
            case Normalized.Malformed malformed ->
                new TagReading.Unread(
                    FailureClassifier.malformed(OPERATION, Optional.of(arn), malformed.message()));
            case Normalized.Read read ->
                new TagReading.Read(read.tree(), told.answeredAt(), read.drift());
          };
    };
  }
}
