package dev.bedrockinventory.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * One sweep to do: a message of the sweep queue, as JSON.
 *
 * @param scope the scope to sweep
 * @param plannedAt the scheduled time of its plan
 * @param roleName the role to assume in the scope's account; absent for the home account
 * @param hasEvents whether the account's CloudTrail events should arrive
 */
record SweepTask(Scope scope, Instant plannedAt, Optional<String> roleName, boolean hasEvents) {
  /** The message's body. */
  String json() {
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("account", scope.account())
            .put("region", scope.region())
            .put("kind", scope.kind().label())
            .put("plannedAt", Instants.text(plannedAt))
            .put("events", hasEvents);
    roleName.ifPresent(name -> tree.put("roleName", name));
    return CanonicalJson.write(tree);
  }

  /**
   * Parses a message's body.
   *
   * @throws IllegalArgumentException if it is not a valid task
   */
  static SweepTask parse(String body) {
    var tree = CanonicalJson.parse(body);
    var kind = text(tree, "kind");
    return new SweepTask(
        new Scope(
            text(tree, "account"),
            text(tree, "region"),
            Kind.find(kind)
                .orElseThrow(
                    () -> new IllegalArgumentException("unknown kind: '%s'".formatted(kind)))),
        instant(text(tree, "plannedAt")),
        Optional.ofNullable(tree.path("roleName").textValue()),
        tree.path("events").asBoolean(true));
  }

  /**
   * The message of the FIFO queue, in the group of its account and region: normally one sweep of
   * them runs at a time.
   */
  QueueSender.Message message() {
    return new QueueSender.Message(
        scope.toString(),
        SendMessageBatchRequestEntry.builder()
            .messageBody(json())
            .messageGroupId(scope.account() + "#" + scope.region())
            .messageDeduplicationId(deduplicationId())
            .build());
  }

  /** The same for the same scope and scheduled time, also if the plan is repeated. */
  String deduplicationId() {
    return scope.key() + "#" + Instants.text(plannedAt);
  }

  private static String text(JsonNode tree, String member) {
    return Optional.ofNullable(tree.path(member).textValue())
        .orElseThrow(
            () -> new IllegalArgumentException("missing text member '%s'".formatted(member)));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a valid instant: '%s'".formatted(text), e);
    }
  }
}
