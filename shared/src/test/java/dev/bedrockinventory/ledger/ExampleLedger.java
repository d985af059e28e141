package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.change.ChangeSets;
import dev.bedrockinventory.change.Digests;
import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.Actors;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Evidence.Refusal;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeSnapshot;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.sweep.Commit;
import dev.bedrockinventory.sweep.ObservationSummary;
import dev.bedrockinventory.sweep.SweepReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ledger of docs/data-model.md: three application profiles over two days. One exists from the
 * beginning, one gets a new tag value and is deleted, one is created.
 */
final class ExampleLedger {
  static final Scope SCOPE =
      new Scope("111122223333", "us-east-2", Kind.APPLICATION_INFERENCE_PROFILE);
  static final Arn CHECKOUT = arn("3yh6w4d8j7j3");
  static final Arn SEARCH = arn("9qk2m7c4x1za");
  static final Arn BATCH = arn("b5n8v0r6t2wd");

  private final ItemStore store;
  private final StoredLedger ledger;

  private ExampleLedger(ItemStore store) {
    this.store = store;
    this.ledger = new StoredLedger(store, _ -> {});
  }

  /** Fills an empty store. */
  static void fill(ItemStore store) {
    new ExampleLedger(store).fill();
  }

  private void fill() {
    var planned = Instant.parse("2026-11-22T11:59:00Z");
    var scopes = new PlannedScopes(store);
    scopes.beat(planned);
    scopes.save(
        new AccountList(
            "ou-a1b2-c3d4e5f6", new TreeSet<>(Set.of("111122223333", "444455556666")), planned));
    scopes.plan(Set.of(SCOPE), true, planned);
    var first = Instant.parse("2026-11-22T12:00:00Z");
    record(
        first(sighting(CHECKOUT, "checkout", "payments", first)),
        first(sighting(SEARCH, "search", "discovery", first)));
    endObservation(first, 2);
    var second = Instant.parse("2026-11-22T13:00:00Z");
    record(
        ChangeSets.updated(head(SEARCH), sighting(SEARCH, "search", "relevance", second)),
        first(sighting(BATCH, "batch", "payments", second)));
    endObservation(second, 3);
    ledger.report(drift(), second);
    ledger.report(report(second));
    ledger.save(copy(second.minusSeconds(95)));
    ledger.save(tagging(second.minusSeconds(21)));
    ledger.save(attempt(second.plusSeconds(1_311)));
    ledger.savePendingJob(job(second.plusSeconds(1_920)));
    var third = Instant.parse("2026-11-23T09:30:00Z");
    record(deletion(head(SEARCH), third));
    endObservation(third, 2);
  }

  private ChangeSet first(ObservedResource sighting) {
    return ChangeSets.first(ledger.scope(SCOPE), sighting);
  }

  private static ChangeSet deletion(Head head, Instant at) {
    var absence = new Absence("GetInferenceProfile", at.plusMillis(412), "request-7", "not found");
    var snapshot =
        new ScopeSnapshot(
            SCOPE,
            at,
            true,
            Set.of(CHECKOUT, BATCH),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            List.of());
    return ChangeSets.deleted(head, Proofs.ofListing(snapshot, absence), absence);
  }

  private void record(ChangeSet... changeSets) {
    var commit = ledger.record(ledger.scope(SCOPE), List.of(changeSets));
    if (!(commit instanceof Commit.Recorded)) {
      throw new AssertionError(commit);
    }
  }

  private Head head(Arn arn) {
    return Optional.ofNullable(ledger.heads(SCOPE).intact().get(arn)).orElseThrow();
  }

  private void endObservation(Instant startedAt, int seen) {
    var hashes = new TreeMap<Arn, String>();
    ledger.heads(SCOPE).intact().forEach((arn, head) -> hashes.put(arn, head.contentHash()));
    var digest =
        new ObservationSummary.StoredDigest(
            Digests.ofScope(hashes), ledger.scope(SCOPE).generation());
    ledger.endObservation(
        new ObservationSummary(
            SCOPE,
            startedAt,
            startedAt.plusMillis(2_840),
            Outcome.COMPLETE,
            Optional.empty(),
            true,
            seen,
            0,
            0,
            4,
            Optional.of(CHECKOUT.id()),
            false,
            Optional.of(Digests.ofDrift(drift())),
            Optional.of(digest)));
  }

  private static Evidence tagging(Instant at) {
    return evidence(
        SEARCH,
        "0d7c2f1e-5b8a-4c39-9e64-f1a2b3c4d5e6",
        "TagResource",
        at,
        Actors.user("arn:aws:iam::111122223333:user/alice"),
        Optional.empty(),
        Optional.empty(),
        Map.of("team", Optional.of("payments")));
  }

  private static Evidence copy(Instant at) {
    return evidence(
        BATCH,
        "3c9b8a7d-6e5f-4a4b-8c3d-2e1f0a9b8c7d",
        "CreateInferenceProfile",
        at,
        Actors.user("arn:aws:iam::111122223333:user/alice"),
        Optional.empty(),
        Optional.of(
            "arn:aws:bedrock:us-east-2:111122223333:inference-profile/us.amazon.nova-lite-v1:0"),
        Map.of("team", Optional.of("payments")));
  }

  private static Evidence attempt(Instant at) {
    return evidence(
        SEARCH,
        "7f3e9a40-c2d1-4b86-8a57-0e1f2d3c4b5a",
        "DeleteInferenceProfile",
        at,
        Actors.session("developer", "bob"),
        Optional.of(new Refusal("AccessDenied", "not authorized")),
        Optional.empty(),
        Map.of());
  }

  private static PendingJob job(Instant at) {
    var created =
        evidence(
            new Arn("arn:aws:bedrock:us-east-2:111122223333:model-import-job/k2v7q9w4n1xc"),
            "b6a5c4d3-2e1f-4098-b7a6-95e4d3c2b1a0",
            "CreateModelImportJob",
            at,
            Actors.user("arn:aws:iam::111122223333:user/carol"),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    return new PendingJob(created, 1, at.plusSeconds(180), at.plusSeconds(86_400));
  }

  private static Evidence evidence(
      Arn arn,
      String eventId,
      String event,
      Instant at,
      Actor actor,
      Optional<Refusal> refusal,
      Optional<String> copiedFrom,
      Map<String, Optional<String>> tags) {
    return new Evidence(
        arn,
        eventId,
        event,
        at,
        actor,
        "203.0.113.7",
        "aws-cli/2.31",
        "request-of-" + event,
        refusal,
        copiedFrom,
        tags);
  }

  private static List<UnmodeledMember> drift() {
    return List.of(
        new UnmodeledMember("ListInferenceProfiles", "serviceTier", "string", BATCH.text()));
  }

  private static SweepReport report(Instant startedAt) {
    var changes =
        Stream.of(ChangeKind.values())
            .collect(
                Collectors.toMap(
                    change -> change,
                    change ->
                        switch (change) {
                          case CREATED, UPDATED -> 1;
                          case BASELINE, DELETED -> 0;
                        }));
    return new SweepReport(
        SCOPE,
        startedAt,
        Outcome.COMPLETE,
        false,
        List.of(
            new Failure(
                Reason.DENIED, "GetInferenceProfile", Optional.of(CHECKOUT), "not authorized")),
        3,
        changes,
        0,
        1,
        false,
        Map.of("ListInferenceProfiles", 1, "GetResources", 1, "GetInferenceProfile", 1),
        new Consumed(3, 19),
        2_840);
  }

  private static ObservedResource sighting(Arn arn, String name, String team, Instant at) {
    var json =
        """
        {"createdAt":"%s","inferenceProfileArn":"%s","inferenceProfileId":"%s",
         "inferenceProfileName":"%s","status":"ACTIVE","tags":{"team":"%s"},
         "models":[{"modelArn":"arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0"},
                   {"modelArn":"arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-lite-v1:0"}],
         "type":"APPLICATION","updatedAt":"%1$s"}
        """
            .formatted(
                arn.equals(BATCH) ? "2026-11-22T12:41:07Z" : "2026-11-20T08:15:30Z",
                arn,
                arn.id(),
                name,
                team);
    return new ObservedResource(
        arn, new Document(CanonicalJson.write(CanonicalJson.parse(json))), at.plusMillis(250));
  }

  private static Arn arn(String id) {
    return new Arn("arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/" + id);
  }
}
