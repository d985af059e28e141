package dev.bedrockinventory.cli.output;

import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Formats authors in one line. */
public final class WhoText {
  private static final String UNKNOWN = "unknown";

  private WhoText() {}

  /** Each actor once, in the order of the events. */
  public static String of(List<Evidence> events) {
    return distinct(events, WhoText::name);
  }

  /**
   * Each actor with the credentials of the call in parentheses, once, in the order of the events.
   */
  public static String withCredentials(List<Evidence> events) {
    return distinct(events, WhoText::withCredentials);
  }

  /** The caller in the record, with the credentials of the call in parentheses. */
  public static String withCredentials(Evidence event) {
    var session = session(event.actor().session());
    return name(event) + (session.isEmpty() ? "" : " (%s)".formatted(String.join(", ", session)));
  }

  private static String distinct(List<Evidence> events, Function<Evidence, String> format) {
    return events.isEmpty()
        ? UNKNOWN
        : events.stream().map(format).distinct().collect(Collectors.joining(", "));
  }

  /** An ARN contains the type of the identity; any other name is shown with it. */
  private static String name(Evidence event) {
    var actor = event.actor();
    if (actor.arn().isEmpty()) {
      return UNKNOWN;
    }
    return actor.arn().startsWith("arn:")
        ? actor.arn()
        : "%s %s".formatted(actor.type(), actor.arn()).strip();
  }

  private static List<String> session(Actor.Session session) {
    var parts = new ArrayList<String>();
    session.issuer().ifPresent(issuer -> parts.add(issuer.replaceFirst("^arn:.*?:(?=role/)", "")));
    session.accessKeyId().ifPresent(id -> parts.add("key " + id));
    session.sourceIdentity().ifPresent(identity -> parts.add("source identity " + identity));
    session.onBehalfOf().ifPresent(person -> parts.add("on behalf of " + person.userId()));
    session.mfa().ifPresent(mfa -> parts.add(mfa ? "MFA" : "no MFA"));
    if (session.console()) {
      parts.add("console");
    }
    return parts;
  }
}
