package dev.bedrockinventory.simulator.world;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The state of one account in one region. The services read and change it for HTTP callers; tests
 * and the demo call the same methods directly, and can put states that no call produces.
 *
 * <p>Collections are ordered by ARN. A method that names a resource takes its ARN, its id or its
 * name, and throws {@link IllegalArgumentException} if there is none. Instants have microseconds,
 * as in the service. Thread-safe.
 */
public final class RegionState {
  private static final String DEFAULT_BUS = "default";
  private static final String EXAMPLE_MODEL = "anthropic.claude-3-haiku-20240307-v1:0";

  private final String account;
  private final String region;
  private final InstantSource clock;
  private final Ids ids;
  private final Profiles profiles = new Profiles();
  private final NavigableMap<String, ImportedModel> models = new TreeMap<>();
  private final Imports imports = new Imports();
  private final Tags tags = new Tags();
  private final NavigableMap<String, Parameter> parameters = new TreeMap<>();
  private final Map<String, Queue> queues = new HashMap<>();
  private final Map<String, Bus> buses = new HashMap<>();

  RegionState(String account, String region, InstantSource clock, Ids ids) {
    this.account = account;
    this.region = region;
    this.clock = clock;
    this.ids = ids;
    var _ = bus(DEFAULT_BUS);
  }

  /** The twelve digits. */
  public String account() {
    return account;
  }

  /** Such as {@code us-east-2}. */
  public String region() {
    return region;
  }

  /** The ARN of a Bedrock resource in this account and region. */
  public String arn(String type, String id) {
    return "arn:%s:bedrock:%s:%s:%s/%s"
        .formatted(Regions.partition(region), region, account, type, id);
  }

  /** Every profile of one type. */
  public synchronized List<InferenceProfile> profiles(InferenceProfile.Type type) {
    return profiles.of(type);
  }

  /** The profile with this ARN or id. */
  public synchronized Optional<InferenceProfile> findProfile(String identifier) {
    return profiles.arnOrId(identifier);
  }

  /** The profile with this ARN, id or name; of several with one name the first. */
  public synchronized InferenceProfile profile(String identifier) {
    return profiles
        .arnOrId(identifier)
        .or(() -> profiles.name(identifier))
        .orElseThrow(() -> absent("inference profile", identifier));
  }

  /** Creates an application profile of one foundation model of this region. */
  public InferenceProfile createProfile(String name, Map<String, String> profileTags) {
    return createProfile(
        name,
        Optional.empty(),
        List.of(Regions.foundationModel(region, EXAMPLE_MODEL)),
        profileTags,
        Optional.empty());
  }

  /**
   * Creates an application profile with these destinations. A repeated client request token creates
   * no second profile: the existing one is returned.
   */
  public synchronized InferenceProfile createProfile(
      String name,
      Optional<String> description,
      List<String> destinations,
      Map<String, String> profileTags,
      Optional<String> requestToken) {
    var earlier = profiles.madeBy(requestToken);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    String id = ids.resource();
    Instant now = now();
    var profile =
        new InferenceProfile(
            arn("application-inference-profile", id),
            id,
            name,
            description,
            now,
            now,
            destinations,
            "ACTIVE",
            InferenceProfile.Type.APPLICATION,
            Map.of());
    put(profile);
    tags.add(profile.arn(), profileTags);
    profiles.remember(requestToken, profile);
    return profile;
  }

  /**
   * Creates a number of application profiles with the tags {@code team} and {@code cost-center}.
   */
  public List<InferenceProfile> createProfiles(int count) {
    var made = new ArrayList<InferenceProfile>(count);
    for (int i = 1; i <= count; i++) {
      made.add(
          createProfile(
              "application-%05d".formatted(i),
              Map.of("team", "team-" + i % 7, "cost-center", Integer.toString(1000 + i % 40))));
    }
    return List.copyOf(made);
  }

  /** Puts a profile, replacing one with the same ARN; its tags are not changed. */
  public synchronized void put(InferenceProfile profile) {
    profiles.put(profile);
  }

  /** Applies a change to a profile. */
  public synchronized InferenceProfile changeProfile(
      String identifier, UnaryOperator<InferenceProfile> change) {
    var changed = change.apply(profile(identifier));
    put(changed);
    return changed;
  }

  /** Every imported model, including those of imports that have ended. */
  public synchronized List<ImportedModel> importedModels() {
    settle();
    return List.copyOf(models.values());
  }

  /** The imported model with this ARN, id or name; of several with one name the first. */
  public synchronized Optional<ImportedModel> findImportedModel(String identifier) {
    settle();
    return Optional.ofNullable(models.get(identifier))
        .or(() -> models.values().stream().filter(model -> model.is(identifier)).findFirst());
  }

  /** The imported model with this ARN, id or name. */
  public ImportedModel importedModel(String identifier) {
    return findImportedModel(identifier).orElseThrow(() -> absent("imported model", identifier));
  }

  /** Creates an imported model at once, without an import job. */
  public synchronized ImportedModel importModel(
      String name, int units, Map<String, String> modelTags) {
    var model =
        new ImportedModel(
            arn("imported-model", ids.resource()),
            name,
            now(),
            true,
            ImportedModel.ARCHITECTURE,
            "import-" + name,
            arn("model-import-job", ids.resource()),
            "s3://models-" + account + "/" + name + "/",
            Optional.empty(),
            units,
            ImportedModel.UNITS_VERSION,
            Map.of());
    put(model);
    tags.add(model.arn(), modelTags);
    return model;
  }

  /** Puts an imported model, replacing one with the same ARN; its tags are not changed. */
  public synchronized void put(ImportedModel model) {
    models.put(model.arn(), model);
  }

  /** Changes the custom model units of an imported model. */
  public synchronized ImportedModel changeUnits(String identifier, int units, String version) {
    var changed = importedModel(identifier).withUnits(units, version);
    put(changed);
    return changed;
  }

  /** Starts an import that ends two seconds later by the clock. */
  public synchronized ImportJob startImport(ImportRequest request) {
    var earlier = imports.startedBy(request.requestToken());
    if (earlier.isPresent()) {
      return earlier.get();
    }
    String model = arn("imported-model", ids.resource());
    var job = imports.start(request, arn("model-import-job", ids.resource()), model, now());
    tags.add(job.arn(), request.jobTags());
    return job;
  }

  /** Starts an import of a model that ends two seconds later by the clock. */
  public ImportJob startImport(String modelName, Map<String, String> modelTags) {
    return startImport(
        new ImportRequest(
            "import-" + modelName,
            modelName,
            "arn:%s:iam::%s:role/import".formatted(Regions.partition(region), account),
            "s3://models-" + account + "/" + modelName + "/",
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            modelTags,
            Optional.empty()));
  }

  /** Makes the next import fail with this message. */
  public synchronized void failNextImport(String message) {
    imports.failNext(message);
  }

  /** Every import job. */
  public synchronized List<ImportJob> importJobs() {
    settle();
    return imports.all();
  }

  /** Deletes a profile or an imported model with its tags and returns its ARN. */
  public synchronized String delete(String identifier) {
    String arn = resource(identifier);
    profiles.remove(arn);
    models.remove(arn);
    tags.forget(arn);
    return arn;
  }

  /** Deletes every profile, imported model, job and tag, including the system profiles. */
  public synchronized void clear() {
    profiles.clear();
    models.clear();
    imports.clear();
    tags.clear();
  }

  /** Whether this ARN exists and can be tagged: every resource but a system profile. */
  public synchronized boolean taggable(String arn) {
    settle();
    return models.containsKey(arn)
        || imports.holds(arn)
        || profiles
            .arn(arn)
            .map(profile -> profile.type() == InferenceProfile.Type.APPLICATION)
            .orElse(false);
  }

  /** The tags of the resource with this ARN, ordered by key. */
  public synchronized Map<String, String> tags(String arn) {
    return tags.of(arn);
  }

  /** Adds tags to a resource, or changes their values. */
  public synchronized void tag(String identifier, Map<String, String> more) {
    tags.add(resource(identifier), more);
  }

  /** Removes tags from a resource; keys that it does not have are ignored. */
  public synchronized void untag(String identifier, Collection<String> keys) {
    tags.remove(resource(identifier), keys);
  }

  /** The index of the tagging service: the tags of every resource that is or once was tagged. */
  public synchronized NavigableMap<String, Map<String, String>> tagIndex() {
    settle();
    return tags.index();
  }

  /** Freezes the index: the tagging service returns the present state until it is thawed. */
  public synchronized void freezeTagIndex() {
    tags.freeze();
  }

  /** Ends the freeze. */
  public synchronized void thawTagIndex() {
    tags.thaw();
  }

  /** Puts a parameter, or a new version of it. */
  public synchronized void putParameter(String name, String value) {
    long version = Optional.ofNullable(parameters.get(name)).map(Parameter::version).orElse(0L);
    parameters.put(name, new Parameter(name, value, version + 1, now()));
  }

  /** Every parameter, ordered by name. */
  public synchronized List<Parameter> parameters() {
    return List.copyOf(parameters.values());
  }

  /** The queue with this name, created if there is none. */
  public synchronized Queue queue(String name) {
    return queues.computeIfAbsent(name, absent -> new Queue(absent, clock, ids));
  }

  /** The queue with this name, if it exists. */
  public synchronized Optional<Queue> findQueue(String name) {
    return Optional.ofNullable(queues.get(name));
  }

  /** The event bus with this name, created if there is none. */
  public synchronized Bus bus(String name) {
    return buses.computeIfAbsent(
        name,
        absent ->
            new Bus(
                absent,
                "arn:%s:events:%s:%s:event-bus/%s"
                    .formatted(Regions.partition(region), region, account, absent)));
  }

  /** The event bus with this name, if it exists; {@code default} always does. */
  public synchronized Optional<Bus> findBus(String name) {
    return Optional.ofNullable(buses.get(name));
  }

  private void settle() {
    for (var job : imports.completed(clock.instant())) {
      put(job.model());
      tags.add(job.model().arn(), job.modelTags());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private String resource(String identifier) {
    if (imports.holds(identifier)) {
      return identifier;
    }
    return findImportedModel(identifier)
        .map(ImportedModel::arn)
        .orElseGet(() -> profile(identifier).arn());
  }

  private IllegalArgumentException absent(String what, String identifier) {
    return new IllegalArgumentException(
        "No %s %s in account %s and region %s; put or create it first"
            .formatted(what, identifier, account, region));
  }
}
