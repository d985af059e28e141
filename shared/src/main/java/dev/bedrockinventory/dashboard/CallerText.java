package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.query.Excerpt;
import java.util.ArrayList;

/** The caller of an event in words: who, by which role, from where. */
final class CallerText {
  private static final String ASSUMED_ROLE = "AssumedRole";

  private CallerText() {}

  /** The words: {@code carol via deploy, source identity dana, MFA, 203.0.113.7, aws-cli/2.31}. */
  static String text(Evidence event) {
    var actor = event.actor();
    var words = new ArrayList<String>();
    words.add(name(actor));
    actor.session().sourceIdentity().ifPresent(name -> words.add("source identity " + name));
    actor.session().onBehalfOf().ifPresent(person -> words.add("for user " + person.userId()));
    if (actor.session().console()) {
      words.add("console");
    }
    actor.session().mfa().ifPresent(mfa -> words.add(mfa ? "MFA" : "no MFA"));
    words.add(event.sourceIp());
    words.add(program(event.userAgent()));
    words.removeIf(String::isEmpty);
    return Excerpt.of(String.join(", ", words));
  }

  /** The call and its caller: {@code TagResource by alice, 203.0.113.7, aws-cli/2.31}. */
  static String withCall(Evidence event) {
    return Excerpt.of(event.event()) + " by " + text(event);
  }

  /** The program's name and version; what follows describes its platform. */
  private static String program(String userAgent) {
    return userAgent.split(" ", 2)[0];
  }

  /** The session's name and its role, or the user. */
  static String name(Actor actor) {
    var name = ChangeRows.person(actor.arn());
    return actor.type().equals(ASSUMED_ROLE)
        ? actor
            .session()
            .issuer()
            .map(role -> name + " via " + ChangeRows.person(role))
            .orElse(name)
        : name;
  }
}
