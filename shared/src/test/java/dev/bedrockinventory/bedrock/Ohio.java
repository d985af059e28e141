package dev.bedrockinventory.bedrock;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Observation;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeSnapshot;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.faults.ActiveFault;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.InferenceProfile;
import dev.bedrockinventory.simulator.world.RegionState;
import dev.bedrockinventory.sweep.Deadline;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;

/** One simulated account and region, empty, and a source on real clients that reads it. */
final class Ohio implements AutoCloseable {
  static final String ACCOUNT = "111122223333";
  static final String REGION = "us-east-2";
  static final int ATTEMPTS = 3;
  static final ClientPolicy POLICY =
      new ClientPolicy(
          ATTEMPTS, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(2));

  private static final Instant BEGINNING = Instant.parse("2026-11-22T14:20:00Z");
  private static final StaticCredentialsProvider ALICE =
      StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCOUNT + "alice", "secret"));

  private final AtomicLong ticks = new AtomicLong();

  /** Each reading is a second after the one before. */
  final InstantSource clock = () -> BEGINNING.plusSeconds(ticks.getAndIncrement());

  /** The service's own time, which only a test moves. */
  final AtomicReference<Instant> now = new AtomicReference<>(BEGINNING);

  final Simulator simulator = Simulator.start(0, now::get, 7);
  final RegionState place = simulator.place(ACCOUNT, REGION);
  private final List<SdkClient> clients = new ArrayList<>();
  final BedrockSource source = source(POLICY, REGION, simulator.endpoint(), ALICE);

  Ohio() {
    place.clear();
  }

  /** Another source. */
  BedrockSource source(ClientPolicy policy) {
    return source(policy, REGION, simulator.endpoint(), ALICE);
  }

  /** Another source, of anybody, on anything. */
  BedrockSource source(
      ClientPolicy policy, String region, URI endpoint, AwsCredentialsProvider credentials) {
    return source(policy.configuration(), region, endpoint, credentials);
  }

  /** A source on a computer with another clock. */
  BedrockSource sourceWithClock(InstantSource computer) {
    return source(POLICY.configuration(computer), REGION, simulator.endpoint(), ALICE);
  }

  private BedrockSource source(
      ClientOverrideConfiguration configuration,
      String region,
      URI endpoint,
      AwsCredentialsProvider credentials) {
    var bedrock =
        BedrockClient.builder()
            .region(Region.of(region))
            .endpointOverride(endpoint)
            .credentialsProvider(credentials)
            .overrideConfiguration(configuration)
            .build();
    var tagging =
        ResourceGroupsTaggingApiClient.builder()
            .region(Region.of(region))
            .endpointOverride(endpoint)
            .credentialsProvider(credentials)
            .overrideConfiguration(configuration)
            .build();
    clients.add(bedrock);
    clients.add(tagging);
    return new BedrockSource(bedrock, tagging, new Pacer(1000, clock, duration -> {}), clock);
  }

  static Scope scope(Kind kind) {
    return new Scope(ACCOUNT, REGION, kind);
  }

  Observation observe(Kind kind) {
    return source.observe(ScopeState.unknown(scope(kind)), Deadline.NONE);
  }

  Observation observe(Kind kind, Optional<String> probed, boolean detailed) {
    return observe(kind, probed, detailed, Deadline.NONE);
  }

  Observation observe(Kind kind, Optional<String> probed, boolean detailed, Deadline deadline) {
    var state = ScopeState.unknown(scope(kind));
    return source.observe(
        new ScopeState(
            state.scope(),
            state.generation(),
            state.revisions(),
            state.digest(),
            state.changeDays(),
            state.firstPlannedAt(),
            state.firstListingAt(),
            state.lastCompleteAt(),
            state.lastAttemptAt(),
            state.lastUnsupportedAt(),
            state.outcome(),
            state.reason(),
            probed,
            detailed,
            state.driftDigest()),
        deadline);
  }

  ActiveFault fault(String operation, Fault fault) {
    return simulator.faults().add(Match.calls(operation), fault);
  }

  ActiveFault fault(String operation, String resource, Fault fault) {
    return simulator.faults().add(Match.calls(operation).about(resource), fault);
  }

  /** Puts system-defined profiles with ids {@code us.example.model-00001} and so on. */
  List<Arn> putSystemProfiles(int count) {
    for (var i = 1; i <= count; i++) {
      var id = "us.example.model-%05d".formatted(i);
      place.put(
          new InferenceProfile(
              place.arn("inference-profile", id),
              id,
              "US Example Model " + i,
              Optional.of("Routes requests to Example Model " + i),
              Instant.parse("2025-01-01T00:00:00Z"),
              Instant.parse("2025-02-02T00:00:00Z"),
              List.of(
                  "arn:aws:bedrock:us-west-2::foundation-model/example.model",
                  "arn:aws:bedrock:us-east-1::foundation-model/example.model"),
              "ACTIVE",
              InferenceProfile.Type.SYSTEM_DEFINED,
              Map.of()));
    }
    return place.profiles(InferenceProfile.Type.SYSTEM_DEFINED).stream()
        .map(profile -> new Arn(profile.arn()))
        .toList();
  }

  static ScopeSnapshot complete(Observation observation) {
    var snapshot = read(observation);
    if (!snapshot.failures().isEmpty()) {
      throw new AssertionError(snapshot.failures().toString());
    }
    return snapshot;
  }

  static ScopeSnapshot partial(Observation observation) {
    var snapshot = read(observation);
    if (snapshot.failures().isEmpty()) {
      throw new AssertionError("complete: " + snapshot);
    }
    return snapshot;
  }

  static Failure refused(Observation observation) {
    return switch (observation) {
      case Observation.Refused refused -> refused.failure();
      case Observation.Read read -> throw new AssertionError("read: " + read);
    };
  }

  static List<Failure> failures(Observation observation) {
    return switch (observation) {
      case Observation.Read(var snapshot) -> snapshot.failures();
      case Observation.Refused refused -> List.of(refused.failure());
    };
  }

  private static ScopeSnapshot read(Observation observation) {
    return switch (observation) {
      case Observation.Read(var snapshot) -> snapshot;
      case Observation.Refused refused -> throw new AssertionError(refused.failure().toString());
    };
  }

  @Override
  public void close() {
    clients.forEach(SdkClient::close);
    simulator.close();
  }
}
