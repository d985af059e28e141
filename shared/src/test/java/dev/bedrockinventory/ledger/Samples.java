package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.Recorder;
import dev.bedrockinventory.change.Recording;
import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Sighting;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.sweep.LookEnd;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The resources and recordings that the ledger's tests speak of. */
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

  static Sighting sighting(String id, String team, Instant at) {
    return new Sighting(arn(id), document(id, team, "us-east-1", "us-west-2"), at);
  }

  static Recording first(ScopeState state, String id) {
    return Recorder.first(state, sighting(id, "blue", NOON));
  }

  static Recording updated(Head head, String team) {
    return Recorder.updated(
        head, sighting(head.arn().id(), team, head.changedAt().plusSeconds(60)));
  }

  static Recording returned(Tombstone tombstone) {
    return Recorder.returned(
        tombstone,
        sighting(tombstone.last().arn().id(), "blue", tombstone.deletedAt().plusSeconds(60)));
  }

  static Recording deleted(Head head) {
    var answeredAt = head.changedAt().plusSeconds(60);
    return Recorder.deleted(
        head,
        new Proofs("{\"notFound\":{\"operation\":\"GetInferenceProfile\"}}"),
        new Absence("GetInferenceProfile", answeredAt, "request-7", "not found"));
  }

  static LookEnd complete(Optional<LookEnd.StoredDigest> digest) {
    return new LookEnd(
        SCOPE,
        NOON,
        NOON.plusMillis(1_234),
        Outcome.COMPLETE,
        Optional.empty(),
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
