package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.AccountList;
import dev.bedrockinventory.ledger.ItemStore;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.ledger.PlannedScopes;
import dev.bedrockinventory.ledger.StoredLedger;
import dev.bedrockinventory.model.Actors;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.UnmodeledMember;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three days of four scopes: a baseline, changes, deletions and a recreation. */
public final class ExampleHistory {
  public static final Instant END = Instant.parse("2026-11-05T12:00:00Z");
  public static final Scope SYSTEM =
      new Scope("111122223333", "us-east-2", Kind.SYSTEM_INFERENCE_PROFILE);
  public static final Scope APPLICATION =
      new Scope("111122223333", "us-east-2", Kind.APPLICATION_INFERENCE_PROFILE);
  public static final Scope IMPORTED = new Scope("111122223333", "us-east-2", Kind.IMPORTED_MODEL);
  public static final Scope ELSEWHERE =
      new Scope("444455556666", "us-west-2", Kind.APPLICATION_INFERENCE_PROFILE);
  public static final Arn SEARCH = new ExampleScope(APPLICATION).arn("search");
  public static final Arn BILLING = new ExampleScope(APPLICATION).arn("billing");
  public static final Arn CHAT = new ExampleScope(APPLICATION).arn("chat");
  public static final Arn LITE = new ExampleScope(SYSTEM).arn("us.amazon.nova-lite-v1:0");
  public static final Arn LLAMA = new ExampleScope(IMPORTED).arn("abcdefghijkl");

  private final ItemStore store;
  private final ExampleScope system = new ExampleScope(SYSTEM);
  private final ExampleScope application = new ExampleScope(APPLICATION);
  private final ExampleScope imported = new ExampleScope(IMPORTED);

  public ExampleHistory(ItemStore store) {
    this.store = store;
  }

  /** Recorded once by real sweeps; each test has a copy. */
  private static final class Recorded {
    private static final MemoryStore ITEMS = record();

    private static MemoryStore record() {
      var store = new MemoryStore();
      var history = new ExampleHistory(store);
      history.begin();
      history.goOn();
      return store;
    }
  }

  /** A store in memory with this history. */
  public static MemoryStore copy() {
    return Recorded.ITEMS.copy();
  }

  /** Fills a store in which these scopes have nothing. */
  public static void fill(ItemStore store) {
    Recorded.ITEMS.writeTo(store);
  }

  public void begin() {
    var planned = Instant.parse("2026-11-03T09:00:00Z");
    var scopes = new PlannedScopes(store);
    scopes.plan(Set.of(SYSTEM, IMPORTED), true, planned);
    scopes.save(
        new AccountList("all", new TreeSet<>(Set.of("111122223333", "444455556666")), planned));
    system.put(LITE.id(), lite("us-east-1", "us-east-2")).sweep(store, "2026-11-03T10:00:00Z");
    application
        .put("search", profile("search", "alice"))
        .put("billing", profile("billing", "bob"))
        .put("chat", profile("chat", "bob"))
        .sweep(store, "2026-11-03T10:00:01Z");
    new ExampleScope(ELSEWHERE)
        .put("faraway", profile("search", "carol"))
        .sweep(store, "2026-11-03T10:00:02Z");
    imported.put("abcdefghijkl", llama(2)).sweep(store, "2026-11-03T10:00:03Z");
  }

  public void goOn() {
    application.put("search", profile("search", "carol")).sweep(store, "2026-11-04T10:00:00Z");
    application.remove("billing").remove("chat").sweep(store, "2026-11-04T11:00:00Z");
    imported
        .put("abcdefghijkl", llama(3))
        .drift(new UnmodeledMember("GetImportedModel", "tier", "string", LLAMA.text()))
        .sweep(store, "2026-11-04T12:00:00Z");

    events(new StoredLedger(store, _ -> {}));
    system
        .put(LITE.id(), lite("us-east-1", "us-east-2", "us-west-2"))
        .sweep(store, "2026-11-05T10:00:00Z");
    application.put("billing", profile("billing", "bob")).sweep(store, "2026-11-05T11:00:00Z");
  }

  /** The successful creation of a profile as a copy. */
  public static Evidence copy(Arn copy, Arn source, String at) {
    return event(copy, "alice", "CreateInferenceProfile", at).from(source.text());
  }

  private static void events(StoredLedger ledger) {
    ledger.save(copy(SEARCH, LITE, "2026-11-02T08:00:00Z"));
    ledger.save(event(SEARCH, "alice", "TagResource", "2026-11-04T10:00:00Z").tags("team").kept());
    ledger.save(event(SEARCH, "bob", "UntagResource", "2026-11-04T09:59:59Z").tags("old").kept());
    ledger.save(event(SEARCH, "carol", "TagResource", "2026-11-04T10:00:00Z").tags("new").kept());
    ledger.save(event(SEARCH, "bob", "DeleteInferenceProfile", "2026-11-04T09:30:00Z").refused());
    ledger.save(event(BILLING, "bob", "DeleteInferenceProfile", "2026-11-04T11:00:00Z").kept());
    ledger.save(event(BILLING, "carol", "CreateInferenceProfile", "2026-11-05T10:59:58Z").kept());
    var job = new Arn("arn:aws:bedrock:us-east-2:111122223333:model-import-job/qrstuvwxyz12");
    var begun = Instant.parse("2026-11-05T11:30:00Z");
    ledger.savePendingJob(
        new PendingJob(
            event(job, "carol", "CreateModelImportJob", begun.toString()).kept(),
            2,
            begun.plusSeconds(600),
            begun.plusSeconds(86_400)));
  }

  private static Called event(Arn arn, String user, String event, String at) {
    return new Called(arn, user, event, Instant.parse(at), Map.of());
  }

  /** A call that is converted to evidence. */
  private record Called(
      Arn arn, String user, String event, Instant at, Map<String, Optional<String>> tags) {
    Called tags(String... changed) {
      return new Called(
          arn,
          user,
          event,
          at,
          Stream.of(changed)
              .collect(Collectors.toMap(key -> key, key -> Optional.of("value of " + key))));
    }

    Evidence kept() {
      return evidence(Optional.empty(), Optional.empty());
    }

    Evidence from(String source) {
      return evidence(Optional.empty(), Optional.of(source));
    }

    Evidence refused() {
      return evidence(
          Optional.of(new Evidence.Refusal("AccessDenied", "bob may not")), Optional.empty());
    }

    private Evidence evidence(Optional<Evidence.Refusal> refusal, Optional<String> source) {
      return new Evidence(
          arn,
          "%s of %s at %s".formatted(event, user, at),
          event,
          at,
          Actors.user("arn:aws:iam::111122223333:user/" + user),
          "203.0.113.7",
          "aws-cli/2.31",
          "",
          refusal,
          source,
          tags);
    }
  }

  private static String lite(String... regions) {
    var models = new StringBuilder();
    for (var region : regions) {
      models.append(models.isEmpty() ? "" : ",").append(model(region, "amazon.nova-lite-v1:0"));
    }
    return """
    {"inferenceProfileName":"US Nova Lite","createdAt":"2024-11-29T00:00:00Z","models":[%s]}\
    """
        .formatted(models);
  }

  private static String profile(String name, String team) {
    return """
    {"inferenceProfileName":"%s","createdAt":"2026-01-02T03:04:05Z","models":[%s],
     "tags":{"team":"%s"}}\
    """
        .formatted(name, model("us-east-2", "amazon.nova-pro-v1:0"), team);
  }

  private static String llama(int units) {
    return """
    {"modelName":"llama","creationTime":"2026-02-03T04:05:06Z",
     "customModelUnits":{"customModelUnitsPerModelCopy":%d,"customModelUnitsVersion":"v1.0"}}\
    """
        .formatted(units);
  }

  private static String model(String region, String id) {
    return "{\"modelArn\":\"arn:aws:bedrock:%s::foundation-model/%s\"}".formatted(region, id);
  }
}
