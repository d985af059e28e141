package dev.bedrockinventory.cli.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.cli.Run;
import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.demo.ScenarioClock;
import dev.bedrockinventory.cli.ledger.OpenLedger;
import dev.bedrockinventory.ledger.dynamodb.TableCreator;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.engine.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.BedrockException;
import software.amazon.awssdk.services.bedrock.model.Tag;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Real clients change things; the real handler records what they did, and who they are. */
final class LocalEventsTest {
  private static final Instant START = Instant.parse("2100-03-01T09:00:00Z");

  private final ScenarioClock clock = new ScenarioClock(START);
  private final Simulator simulator = Simulator.start(0, clock, 11);
  private final Engine engine = Engine.inMemory(0);
  private final DynamoDbClient dynamo = AwsClients.local(engine.endpoint());
  private final OpenLedger ledger = OpenLedger.inTable(dynamo, LocalDeployment.TABLE, () -> {});
  private final LocalEvents events;

  LocalEventsTest() {
    new TableCreator(dynamo, LocalDeployment.TABLE).createIfMissing();
    var hub = new LocalHub(simulator, engine.endpoint(), clock);
    events = new LocalEvents(simulator, hub, ledger.ledger(), clock, System.err);
  }

  @AfterEach
  void close() {
    ledger.close();
    engine.close();
    simulator.close();
  }

  @Test
  void changesByTwoUsersAreRecordedWithTheirAuthorsWithoutASweep() {
    sweep();
    try (var alice = client("alice");
        var bob = client("bob")) {
      var arn =
          alice
              .createInferenceProfile(request ->
                  request
                      .inferenceProfileName("my-profile")
                      .modelSource(source ->
                          source.copyFrom(
                              "arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0")))
              .inferenceProfileArn();
      record();
      bob.tagResource(request -> request.resourceARN(arn).tags(tag("team", "red")));
      record();
      alice.untagResource(request -> request.resourceARN(arn).tagKeys("team"));
      record();
      bob.deleteInferenceProfile(request -> request.inferenceProfileIdentifier(arn));
      record();
    }

    var changes = changes();
    assertThat(changes)
        .extracting(change -> change.path("change").asText())
        .containsExactly("CREATED", "UPDATED", "UPDATED", "DELETED");
    assertThat(changes)
        .extracting(change -> change.path("who").path(0).path("arn").asText())
        .containsExactly(user("alice"), user("bob"), user("alice"), user("bob"));
    var verified = run("verify");
    assertThat(verified.exitCode()).as(verified.out() + verified.err()).isEqualTo(ExitCode.SUCCESS);
  }

  @Test
  void allOfFourUsersWhoTagOneProfileWithinASecondAreRecorded() {
    sweep();
    var arn =
        simulator.place(LocalHub.ACCOUNT, LocalHub.REGION).createProfile("mine", Map.of()).arn();
    sweep();
    for (var user : List.of("alice", "bob", "carol", "alicebob")) {
      try (var client = client(user)) {
        client.tagResource(request -> request.resourceARN(arn).tags(tag("owner", user)));
      }
      if (user.equals("bob")) {
        events.deliverEvents();
      }
    }
    record();

    assertThat(changes())
        .extracting(change -> change.path("revision").asInt() + ": " + users(change))
        .containsExactly(
            "1: []",
            "2: " + List.of(user("alice"), user("bob"), user("carol")),
            "3: " + List.of(user("alicebob")));
    assertThat(history(arn)).isEqualTo(changes().stream().map(LocalEventsTest::users).toList());
  }

  @Test
  void anImportedModelIsRecordedWithTheUserWhoStartedTheImport() {
    sweep();
    try (var alice = client("alice")) {
      alice.createModelImportJob(request ->
          request
              .jobName("my-job")
              .importedModelName("my-model")
              .roleArn("arn:aws:iam::111122223333:role/import")
              .modelDataSource(
                  source -> source.s3DataSource(bucket -> bucket.s3Uri("s3://my-bucket/m"))));
    }
    for (var tick = 0; tick < 6; tick++) {
      record();
    }

    assertThat(changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.path("change").asText()).isEqualTo("CREATED");
          assertThat(change.path("who").path(0).path("arn").asText()).isEqualTo(user("alice"));
        });
  }

  @Test
  void aFailedImportIsRecordedAsAnAttemptOnItsJob() {
    sweep();
    simulator.place(LocalHub.ACCOUNT, LocalHub.REGION).failNextImport("no such bucket");
    var job = "";
    try (var alice = client("alice")) {
      job =
          alice
              .createModelImportJob(request ->
                  request
                      .jobName("my-job")
                      .importedModelName("my-model")
                      .roleArn("arn:aws:iam::111122223333:role/import")
                      .modelDataSource(source ->
                          source.s3DataSource(bucket -> bucket.s3Uri("s3://my-bucket/m"))))
              .jobArn();
    }
    for (var tick = 0; tick < 6; tick++) {
      record();
    }

    var shown = CanonicalJson.parse(run("show", job, "-o", "json").out());
    assertThat(shown.path("job").asText()).isEqualTo(job);
    assertThat(shown.path("who").findValuesAsText("arn")).containsExactly(user("alice"));
    assertThat(shown.at("/attempts/0/errorMessage").asText()).isEqualTo("no such bucket");
    assertThat(run("show", job).out()).contains("Attempt:", "ImportFailed: no such bucket");
    assertThat(run("show", job + "x").err())
        .contains("is not known; jobs are known from their create events");
    assertThat(changes()).isEmpty();
  }

  @Test
  void anEventOfARegionThatIsNoTargetLeavesTheOthersAlone() {
    sweep();
    try (var bob = AwsClients.bedrock(simulator.endpoint(), "moon", LocalHub.ACCOUNT + "bob")) {
      assertThatThrownBy(() ->
              bob.deleteInferenceProfile(request -> request.inferenceProfileIdentifier("absent")))
          .isInstanceOf(BedrockException.class);
    }
    try (var alice = client("alice")) {
      alice.createInferenceProfile(request ->
          request
              .inferenceProfileName("my-profile")
              .modelSource(source ->
                  source.copyFrom(
                      "arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0")));
    }
    clock.advance(Duration.ofSeconds(1));

    assertThat(events.deliverEvents()).isEqualTo(1);

    assertThat(changes())
        .singleElement()
        .satisfies(change -> assertThat(users(change)).containsExactly(user("alice")));
  }

  @Test
  void aSweepAfterwardsRecordsNothing() {
    sweep();
    try (var alice = client("alice")) {
      alice.createInferenceProfile(request ->
          request
              .inferenceProfileName("my-profile")
              .modelSource(source ->
                  source.copyFrom(
                      "arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0")));
    }
    record();

    sweep();

    assertThat(changes()).hasSize(1);
  }

  private List<List<String>> history(String arn) {
    return run("history", arn, "-o", "jsonl")
        .out()
        .lines()
        .map(CanonicalJson::parse)
        .map(LocalEventsTest::users)
        .toList();
  }

  /** Events of one second have no order of their own. */
  private static List<String> users(JsonNode change) {
    return change.path("who").findValuesAsText("arn").stream().sorted().toList();
  }

  private void record() {
    clock.advance(Duration.ofSeconds(1));
    events.deliverEvents();
    events.pollDueJobs();
  }

  private void sweep() {
    var run =
        run(
            "sweep",
            "--account",
            LocalHub.ACCOUNT,
            "--endpoint-url-bedrock",
            simulator.endpoint().toString(),
            "--endpoint-url-tagging",
            simulator.endpoint().toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    clock.advance(Duration.ofSeconds(1));
  }

  private List<JsonNode> changes() {
    return run("changes", "-o", "jsonl").out().lines().map(CanonicalJson::parse).toList();
  }

  private Run run(String command, String... more) {
    var common =
        Stream.of(
            command,
            "--table",
            LocalDeployment.TABLE,
            "--region",
            LocalHub.REGION,
            "--endpoint-url-dynamodb",
            engine.endpoint().toString());
    return Run.of(
        clock.instant(), Map.of(), Stream.concat(common, Stream.of(more)).toArray(String[]::new));
  }

  private BedrockClient client(String user) {
    return BedrockClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .region(Region.of(LocalHub.REGION))
        .endpointOverride(simulator.endpoint())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(LocalHub.ACCOUNT + user, "secret")))
        .build();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static String user(String name) {
    return "arn:aws:iam::111122223333:user/" + name;
  }
}
