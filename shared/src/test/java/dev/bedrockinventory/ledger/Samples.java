package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.change.ChangeSets;
import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.Actors;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.sweep.ObservationSummary;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sample resources and change sets of the ledger's tests. */
final class Samples {
  static final Scope SCOPE =
      new Scope("111122223333", "us-east-2", Kind.APPLICATION_INFERENCE_PROFILE);
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Samples() {}

  static Arn arn(String id) {
    return new Arn("arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/" + id);
  }

  static Document document(String id, String team, String... regions) {
    var models =
        Arrays.stream(regions)
            .map(
                "{\"modelArn\":\"arn:aws:bedrock:%s::foundation-model/amazon.nova-lite-v1:0\"}"
                    ::formatted)
            .toList();
    var json =
        """
        {"createdAt":"2026-11-22T11:00:00Z","inferenceProfileArn":"%s",
         "inferenceProfileName":"name of %s","models":[%s],"tags":{"team":"%s"}}
        """
            .formatted(arn(id), id, String.join(",", models), team);
    return new Document(CanonicalJson.write(CanonicalJson.parse(json)));
  }

  static ObservedResource sighting(String id, String team, Instant at) {
    return new ObservedResource(arn(id), document(id, team, "us-east-1", "us-west-2"), at);
  }

  static ChangeSet first(ScopeState state, String id) {
    return ChangeSets.first(state, sighting(id, "blue", NOON));
  }

  static ChangeSet updated(Head head, String team) {
    return ChangeSets.updated(
        head, sighting(head.arn().id(), team, head.changedAt().plusSeconds(60)));
  }

  static ChangeSet returned(Tombstone tombstone) {
    return ChangeSets.returned(
        tombstone,
        sighting(tombstone.last().arn().id(), "blue", tombstone.deletedAt().plusSeconds(60)));
  }

  static ChangeSet deleted(Head head) {
    var answeredAt = head.changedAt().plusSeconds(60);
    return ChangeSets.deleted(
        head,
        new Proofs("{\"notFound\":{\"operation\":\"GetInferenceProfile\"}}"),
        new Absence("GetInferenceProfile", answeredAt, "request-7", "not found"));
  }

  /** Alice's call about a resource, some seconds after noon. */
  static Evidence evidence(Arn arn, int seconds, String eventId) {
    return new Evidence(
        arn,
        eventId,
        "TagResource",
        NOON.plusSeconds(seconds),
        Actors.user("arn:aws:iam::111122223333:user/alice"),
        "203.0.113.7",
        "aws-cli/2.31",
        "request-" + eventId,
        Optional.empty(),
        Optional.empty(),
        Map.of("team", Optional.of("red"), "cost/center", Optional.empty()));
  }

  /** A failed call with all members of a record. */
  static Evidence attempt(Arn arn, int seconds, String eventId) {
    return new Evidence(
        arn,
        eventId,
        "CreateInferenceProfile",
        NOON.plusSeconds(seconds),
        Actors.session("admin", "bob"),
        "cloudformation.amazonaws.com",
        "",
        "",
        Optional.of(new Evidence.Refusal("AccessDenied", "")),
        Optional.of("arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0"),
        Map.of());
  }

  /** A failed call in which each text is longer than an event allows. */
  static Evidence endless(Arn arn) {
    var text = "\u0001".repeat(40_000) + "\ud800";
    return new Evidence(
        arn,
        "\uffee".repeat(3_000) + "\ud800",
        text,
        NOON,
        new Actor(
            text,
            text,
            new Actor.Session(
                Optional.of(text),
                Optional.of(text),
                Optional.of(text),
                Optional.of(new Actor.Person(text, text)),
                Optional.of(true),
                true)),
        text,
        text,
        text,
        Optional.of(new Evidence.Refusal(text, text)),
        Optional.of(text),
        IntStream.range(0, 300)
            .boxed()
            .collect(Collectors.toMap(i -> i + text, i -> Optional.of(text))));
  }

  /** A pending job with this id, polled for a day. */
  static PendingJob job(String id, int polls) {
    var arn = new Arn("arn:aws:bedrock:us-east-2:111122223333:model-import-job/" + id);
    return new PendingJob(
        evidence(arn, 0, "event-of-" + id),
        polls,
        NOON.plusMillis(60_250L * (polls + 1)),
        NOON.plusSeconds(86_400));
  }

  static ObservationSummary complete(Optional<ObservationSummary.StoredDigest> digest) {
    return new ObservationSummary(
        SCOPE,
        NOON,
        NOON.plusMillis(1_234),
        Outcome.COMPLETE,
        Optional.empty(),
        true,
        7,
        0,
        1,
        3,
        Optional.of("p1"),
        false,
        Optional.empty(),
        digest);
  }
}
