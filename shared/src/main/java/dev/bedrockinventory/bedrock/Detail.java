package dev.bedrockinventory.bedrock;

import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.normalize.Normalized;
import dev.bedrockinventory.normalize.Normalizer;
import java.util.List;
import java.util.Optional;

/** The result of Get for one resource. */
sealed interface Detail {
  /** Its members, and its unmodeled members. */
  record Read(Reading reading, List<UnmodeledMember> drift) implements Detail {}

  /** It does not exist. */
  record NotFound(Absence absence) implements Detail {}

  /** It could not be read. */
  record Failed(Failure failure) implements Detail {}

  /** Calls Get; a response about another resource is malformed. */
  static Detail of(Api api, Kind kind, Arn arn) {
    return switch (api.get(kind, arn)) {
      case ApiResult.Failed failed -> new Failed(failed.failure());
      case ApiResult.NotFound absent -> new NotFound(absent.absence());
      case ApiResult.Told told
          when !arn.text().equals(told.tree().path(kind.arnMember()).asText()) ->
          malformed(
              kind, arn, "the response's %s is not the requested one".formatted(kind.arnMember()));
      case ApiResult.Told told ->
          switch (Normalizer.members(Api.getting(kind), told.tree(), arn)) {
            case Normalized.Malformed members -> malformed(kind, arn, members.message());
            case Normalized.Read members ->
                new Read(new Reading(members.tree(), told.answeredAt()), members.drift());
          };
    };
  }

  private static Failed malformed(Kind kind, Arn arn, String message) {
    return new Failed(FailureClassifier.malformed(Api.getting(kind), Optional.of(arn), message));
  }
}
