package dev.bedrockinventory.cloudtrail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.Actor;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Parses the identity of the caller and the credentials of the call from a record. */
final class IdentityParser {
  private final JsonNode detail;
  private final JsonNode identity;
  private final JsonNode context;

  IdentityParser(JsonNode detail) {
    this.detail = detail;
    identity = detail.path("userIdentity");
    context = identity.path("sessionContext");
  }

  Actor actor() {
    return new Actor(name(), find(identity, "type").orElse(""), session());
  }

  /**
   * Not every identity has an ARN or a principal id: an Identity Center user has only the id of the
   * person, a service {@code invokedBy}, another account its number.
   */
  private String name() {
    return Stream.of(
            find(identity, "arn"),
            find(identity, "principalId"),
            find(identity.path("onBehalfOf"), "userId"),
            find(identity, "userName"),
            find(identity, "invokedBy"),
            find(identity, "accountId"))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  private Actor.Session session() {
    return new Actor.Session(
        find(context.path("sessionIssuer"), "arn"),
        find(identity, "accessKeyId"),
        find(context, "sourceIdentity"),
        person(),
        find(context.path("attributes"), "mfaAuthenticated").map(Boolean::parseBoolean),
        find(detail, "sessionCredentialFromConsole").filter("true"::equals).isPresent());
  }

  private Optional<Actor.Person> person() {
    var person = identity.path("onBehalfOf");
    return find(person, "userId")
        .map(id -> new Actor.Person(id, find(person, "identityStoreArn").orElse("")));
  }

  /** The text of a member; booleans are recorded as texts or as JSON booleans. */
  private static Optional<String> find(JsonNode node, String member) {
    return Optional.of(node.path(member).asText("")).filter(Predicate.not(String::isEmpty));
  }
}
