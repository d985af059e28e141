package dev.bedrockinventory.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.change.RevisionEvents;
import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.ledger.UnmodeledMemberEntry;
import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Scope;
import java.util.List;

/** The JSON output of the read commands; {@code docs/cli.md} documents it. */
public final class JsonContract {
  /** The outcome of a scope that was planned but never swept. */
  public static final String PENDING = "PENDING";

  private static final double THOUSAND = 1_000;

  private JsonContract() {}

  /** {@code {"arn","kind","account","region","revision","firstSeenAt","changedAt",…}}. */
  public static ObjectNode of(Resource resource) {
    var head = resource.head();
    var tree = JsonNodeFactory.instance.objectNode().put("arn", head.arn().text());
    tree.put("kind", resource.scope().kind().label())
        .put("account", resource.scope().account())
        .put("region", resource.scope().region())
        .put("revision", head.revision())
        .put("firstSeenAt", Instants.text(head.firstSeenAt()))
        .put("changedAt", Instants.text(head.changedAt()));
    resource.deletedAt().ifPresent(instant -> tree.put("deletedAt", Instants.text(instant)));
    tree.set("document", head.document().tree());
    return tree;
  }

  /** {@code {"arn","revision","change","observedAt","fields","who"?,"alsoSeen"?,"document"?}}. */
  public static ObjectNode of(Change change) {
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("arn", change.arn().text())
            .put("revision", change.revision())
            .put("change", change.change().name())
            .put("observedAt", Instants.text(change.observedAt()));
    tree.putArray("fields").addAll(change.fields().stream().map(FieldChange::tree).toList());
    events(tree, change.events());
    change.document().ifPresent(document -> tree.set("document", document.tree()));
    return tree;
  }

  /** {@code {"arn","from":{"revision","change","observedAt"},"to":{…},"fields"}}. */
  public static ObjectNode of(RevisionDiff diff) {
    var tree = JsonNodeFactory.instance.objectNode().put("arn", diff.to().arn().text());
    tree.set("from", revision(diff.from()));
    tree.set("to", revision(diff.to()));
    tree.putArray("fields").addAll(diff.fields().stream().map(FieldChange::tree).toList());
    return tree;
  }

  private static ObjectNode revision(Change change) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("revision", change.revision())
        .put("change", change.change().name())
        .put("observedAt", Instants.text(change.observedAt()));
  }

  /** {@code {"arn","kind","account","region","name"?,"difference","fields"}}. */
  public static ObjectNode of(InventoryDiff diff) {
    var resource = diff.resource();
    var tree = JsonNodeFactory.instance.objectNode().put("arn", resource.head().arn().text());
    tree.put("kind", resource.scope().kind().label())
        .put("account", resource.scope().account())
        .put("region", resource.scope().region());
    resource.head().document().name(resource.scope().kind()).ifPresent(it -> tree.put("name", it));
    tree.put("difference", diff.kind().name());
    tree.putArray("fields").addAll(diff.fields().stream().map(FieldChange::tree).toList());
    return tree;
  }

  /** {@code {"account","region","kind","limit","state","used"?,"share"?,"lastCompleteAt"?}}. */
  public static ObjectNode of(QuotaUse use) {
    var tree = parts(use.scope()).put("limit", use.limit()).put("state", use.state().name());
    use.lastCompleteAt()
        .ifPresent(at ->
            tree.put("used", use.used())
                .put("share", Math.round(use.share() * THOUSAND) / THOUSAND)
                .put("lastCompleteAt", Instants.text(at)));
    return tree;
  }

  /** {@code {"head","copiedFrom"?,"who"?,"alsoSeen"?,"attempts","attemptsSince"?}}. */
  public static ObjectNode of(Resource resource, ResourceActivity trail) {
    var tree = JsonNodeFactory.instance.objectNode();
    tree.set("head", of(resource));
    trail.copiedFrom().ifPresent(source -> tree.put("copiedFrom", source));
    return trail(tree, trail);
  }

  /** {@code {"job","who"?,"attempts"}}, of an import job. */
  public static ObjectNode ofJob(Arn job, ResourceActivity trail) {
    return trail(JsonNodeFactory.instance.objectNode().put("job", job.text()), trail);
  }

  private static ObjectNode trail(ObjectNode tree, ResourceActivity trail) {
    events(tree, trail.events());
    var recent = trail.recent();
    tree.putArray("attempts").addAll(recent.attempts().stream().map(JsonContract::event).toList());
    recent.since().ifPresent(at -> tree.put("attemptsSince", Instants.text(at)));
    return tree;
  }

  /** {@code {"scopes":[…],"drift":[…]}}, and {@code "damaged":[…]} if any item is. */
  public static ObjectNode of(Coverage coverage) {
    var tree = JsonNodeFactory.instance.objectNode();
    tree.putArray("scopes").addAll(coverage.scopes().stream().map(JsonContract::scope).toList());
    tree.putArray("drift")
        .addAll(coverage.unmodeled().stream().map(JsonContract::unmodeled).toList());
    if (!coverage.damaged().isEmpty()) {
      tree.putArray("damaged")
          .addAll(coverage.damaged().stream().map(JsonContract::damaged).toList());
    }
    return tree;
  }

  private static void events(ObjectNode tree, RevisionEvents events) {
    putIfAny(tree, "who", events.who());
    putIfAny(tree, "alsoSeen", events.alsoSeen());
  }

  /** A member without events is omitted. */
  private static void putIfAny(ObjectNode tree, String member, List<Evidence> events) {
    if (!events.isEmpty()) {
      tree.putArray(member).addAll(events.stream().map(JsonContract::event).toList());
    }
  }

  /** {@code {"resource","arn"?,"type"?,"event","at",…,"errorCode","errorMessage"}}. */
  public static ObjectNode ofAttempt(Evidence attempt) {
    var tree = JsonNodeFactory.instance.objectNode().put("resource", attempt.arn().text());
    return tree.setAll(event(attempt));
  }

  private static ObjectNode event(Evidence event) {
    var tree = JsonNodeFactory.instance.objectNode();
    putIfPresent(tree, "arn", event.actor().arn());
    putIfPresent(tree, "type", event.actor().type());
    tree.put("event", event.event()).put("at", Instants.text(event.at()));
    putIfPresent(tree, "sourceIp", event.sourceIp());
    putIfPresent(tree, "userAgent", event.userAgent());
    session(tree, event.actor().session());
    event
        .refusal()
        .ifPresent(refusal ->
            tree.put("errorCode", refusal.code()).put("errorMessage", refusal.message()));
    return tree;
  }

  private static void session(ObjectNode tree, Actor.Session session) {
    session.issuer().ifPresent(issuer -> tree.put("issuer", issuer));
    session.accessKeyId().ifPresent(id -> tree.put("accessKeyId", id));
    session.sourceIdentity().ifPresent(identity -> tree.put("sourceIdentity", identity));
    session
        .onBehalfOf()
        .ifPresent(person -> {
          var onBehalfOf = tree.putObject("onBehalfOf").put("userId", person.userId());
          putIfPresent(onBehalfOf, "identityStore", person.identityStore());
        });
    session.mfa().ifPresent(mfa -> tree.put("mfa", mfa));
    if (session.console()) {
      tree.put("console", true);
    }
  }

  /** A member that the record lacks is omitted. */
  private static void putIfPresent(ObjectNode tree, String member, String text) {
    if (!text.isEmpty()) {
      tree.put(member, text);
    }
  }

  private static ObjectNode scope(ScopeEntry entry) {
    var state = entry.state();
    var tree = parts(state.scope());
    tree.put("outcome", state.outcome().map(Enum::name).orElse(PENDING));
    state.reason().ifPresent(reason -> tree.put("reason", reason.name()));
    state.lastCompleteAt().ifPresent(at -> tree.put("lastCompleteAt", Instants.text(at)));
    entry.unplannedAt().ifPresent(at -> tree.put("unplannedAt", Instants.text(at)));
    return tree;
  }

  private static ObjectNode damaged(StoredItem<?> item) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("pk", item.key().pk())
        .put("sk", item.key().sk())
        .put("problem", item.damage().orElse(""));
  }

  private static ObjectNode parts(Scope scope) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("account", scope.account())
        .put("region", scope.region())
        .put("kind", scope.kind().label());
  }

  private static ObjectNode unmodeled(UnmodeledMemberEntry entry) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("operation", entry.member().operation())
        .put("path", entry.member().path())
        .put("type", entry.member().type())
        .put("firstSeen", Instants.text(entry.firstSeenAt()))
        .put("example", entry.member().example());
  }
}
