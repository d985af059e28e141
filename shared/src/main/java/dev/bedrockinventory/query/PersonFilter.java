package dev.bedrockinventory.query;

import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Selects calls by who made them: a part, in any case, of the caller's ARN, which contains the user
 * or session, of the source identity, or of the id of the Identity Center user.
 *
 * @param part the part
 */
public record PersonFilter(String part) {
  /** Whether one of these calls was made by this person. */
  public boolean matches(List<Evidence> calls) {
    return calls.stream().anyMatch(this::matches);
  }

  /** Whether the call was made by this person. */
  public boolean matches(Evidence call) {
    var wanted = part.toLowerCase(Locale.ROOT);
    return names(call.actor()).anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static Stream<String> names(Actor actor) {
    var session = actor.session();
    return Stream.of(
            Optional.of(actor.arn()),
            session.sourceIdentity(),
            session.onBehalfOf().map(Actor.Person::userId))
        .flatMap(Optional::stream);
  }
}
