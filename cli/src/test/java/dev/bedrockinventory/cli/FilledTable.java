package dev.bedrockinventory.cli;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.change.ChangeSets;
import dev.bedrockinventory.change.Digests;
import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.ledger.StoredLedger;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.ledger.dynamodb.TableCreator;
import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.simulator.engine.Engine;
import dev.bedrockinventory.sweep.Commit;
import dev.bedrockinventory.sweep.ObservationSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A small ledger in DynamoDB Local: two profiles, one retagged, one deleted; one denied scope. */
public final class FilledTable {
  static final Engine ENGINE = Engine.inMemory(0);

  /** The client of the table. */
  public static final DynamoDbClient CLIENT = AwsClients.local(ENGINE.endpoint());

  /** After everything that is recorded. */
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  static final Arn CHECKOUT = arn("3yh6w4d8j7j3");
  static final Arn SEARCH = arn("9qk2m7c4x1za");

  private static final Scope SCOPE =
      new Scope("111122223333", "us-east-2", Kind.APPLICATION_INFERENCE_PROFILE);

  private final StoredLedger ledger;

  private FilledTable(StoredLedger ledger) {
    this.ledger = ledger;
  }

  private static FilledTable of(String name) {
    new TableCreator(CLIENT, name).createIfMissing();
    return new FilledTable(new StoredLedger(new DynamoStore(CLIENT, name), _ -> {}));
  }

  /** Fills another empty ledger in the same way. */
  static void fill(StoredLedger ledger) {
    new FilledTable(ledger).fill();
  }

  /** Creates a table of this name. */
  public static void create(String name) {
    of(name).fill();
  }

  /**
   * Adds a call that explains no revision of CHECKOUT, and 121 refused calls about SEARCH, of which
   * the last is counted alone.
   */
  static void addCalls(String name) {
    var table = of(name);
    table.ledger.save(
        event(
            CHECKOUT,
            user("dave"),
            "CreateInferenceProfile",
            "2026-11-21T08:00:00Z",
            Optional.empty(),
            Optional.empty()));
    for (var second = 0; second < 121; second++) {
      table.ledger.save(
          event(
              SEARCH,
              user(second < 20 ? "erin" : "dave"),
              "DeleteInferenceProfile",
              "2026-11-21T16:%02d:%02dZ".formatted(second / 60, second % 60),
              Optional.of(new Evidence.Refusal("AccessDenied", "dave may not")),
              Optional.empty()));
    }
  }

  /** Records another profile with the name of SEARCH. */
  static void recreateSearch(StoredLedger ledger) {
    var at = Instant.parse("2026-11-22T11:00:00Z");
    new FilledTable(ledger)
        .record(
            ChangeSets.first(
                ledger.scope(SCOPE), observed(arn("7qk2m7c4x1zb"), "search", "bob", at)));
  }

  private void fill() {
    var first = Instant.parse("2026-11-20T10:00:00Z");
    record(
        ChangeSets.first(ledger.scope(SCOPE), observed(CHECKOUT, "checkout", "alice", first)),
        ChangeSets.first(ledger.scope(SCOPE), observed(SEARCH, "search", "bob", first)));
    endObservation(first);
    var second = Instant.parse("2026-11-21T10:00:00Z");
    record(ChangeSets.updated(head(CHECKOUT), observed(CHECKOUT, "checkout", "carol", second)));
    endObservation(second);
    events();
    var third = Instant.parse("2026-11-22T10:00:00Z");
    var absence = new Absence("GetInferenceProfile", third, "request-1", "not found");
    record(ChangeSets.deleted(head(SEARCH), new Proofs("{\"notFound\":{}}"), absence));
    endObservation(third);
    ledger.report(
        List.of(new UnmodeledMember("ListInferenceProfiles", "tier", "string", CHECKOUT.text())),
        third);
    ledger.endObservation(
        summary(
            new Scope("111122223333", "us-east-2", Kind.IMPORTED_MODEL),
            third,
            Outcome.REFUSED,
            Optional.of(Reason.DENIED),
            Optional.empty()));
  }

  private void events() {
    var model = "arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0";
    ledger.save(
        event(
            SEARCH,
            user("bob"),
            "CreateInferenceProfile",
            "2026-11-01T08:15:30Z",
            Optional.empty(),
            Optional.of(model)));
    ledger.save(
        event(
            CHECKOUT,
            user("alice"),
            "TagResource",
            "2026-11-21T09:59:58Z",
            Optional.empty(),
            Optional.empty()));
    ledger.save(
        event(
            SEARCH,
            session("alice"),
            "DeleteInferenceProfile",
            "2026-11-21T15:00:00Z",
            Optional.of(new Evidence.Refusal("AccessDenied", "alice may not\u0007")),
            Optional.empty()));
  }

  static Actor user(String name) {
    return new Actor(
        "arn:aws:iam::111122223333:user/" + name,
        "IAMUser",
        new Actor.Session(
            Optional.empty(),
            Optional.of("AKIAEXAMPLEEXAMPLE01"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false));
  }

  private static Actor session(String name) {
    return new Actor(
        "arn:aws:sts::111122223333:assumed-role/developer/" + name,
        "AssumedRole",
        new Actor.Session(
            Optional.of("arn:aws:iam::111122223333:role/developer"),
            Optional.of("ASIAEXAMPLEEXAMPLE01"),
            Optional.of(name + "@example.com"),
            Optional.of(
                new Actor.Person(
                    "544894e8-0000-4000-8000-000000000000",
                    "arn:aws:identitystore::111122223333:identitystore/d-9067642ac7")),
            Optional.of(false),
            true));
  }

  static Evidence event(
      Arn arn,
      Actor actor,
      String event,
      String at,
      Optional<Evidence.Refusal> refusal,
      Optional<String> copiedFrom) {
    return new Evidence(
        arn,
        event + " of " + actor.arn(),
        event,
        Instant.parse(at),
        actor,
        "203.0.113.7",
        "aws-cli/2.31",
        "",
        refusal,
        copiedFrom,
        Map.of("team", Optional.of("red")));
  }

  private void record(ChangeSet... recordings) {
    var commit = ledger.record(ledger.scope(SCOPE), List.of(recordings));
    if (!(commit instanceof Commit.Recorded)) {
      throw new AssertionError(commit);
    }
  }

  private Head head(Arn arn) {
    return Objects.requireNonNull(ledger.heads(SCOPE).intact().get(arn));
  }

  private void endObservation(Instant at) {
    var hashes = new TreeMap<Arn, String>();
    ledger.heads(SCOPE).intact().forEach((arn, head) -> hashes.put(arn, head.contentHash()));
    var digest =
        new ObservationSummary.StoredDigest(
            Digests.ofScope(hashes), ledger.scope(SCOPE).generation());
    ledger.endObservation(
        summary(SCOPE, at, Outcome.COMPLETE, Optional.empty(), Optional.of(digest)));
  }

  private static ObservationSummary summary(
      Scope scope,
      Instant at,
      Outcome outcome,
      Optional<Reason> reason,
      Optional<ObservationSummary.StoredDigest> digest) {
    return new ObservationSummary(
        scope,
        at,
        at.plusMillis(1_234),
        outcome,
        reason,
        outcome == Outcome.COMPLETE,
        2,
        0,
        0,
        3,
        Optional.empty(),
        false,
        Optional.empty(),
        digest);
  }

  private static ObservedResource observed(Arn arn, String name, String team, Instant at) {
    var json =
        """
        {"createdAt":"2026-11-01T08:15:30Z","inferenceProfileArn":"%s",
         "inferenceProfileName":"%s","tags":{"team":"%s"},"models":
          [{"modelArn":"arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0"}]}\
        """
            .formatted(arn, name, team);
    return new ObservedResource(
        arn, new Document(CanonicalJson.write(CanonicalJson.parse(json))), at);
  }

  private static Arn arn(String id) {
    return new Arn("arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/" + id);
  }
}
