package dev.bedrockinventory.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.cli.demo.Scenario;
import dev.bedrockinventory.cli.demo.ScenarioClock;
import dev.bedrockinventory.cli.ledger.OpenLedger;
import dev.bedrockinventory.cli.runtime.LocalDeployment;
import dev.bedrockinventory.cli.runtime.LocalEvents;
import dev.bedrockinventory.cli.runtime.LocalHub;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.PlannedScopes;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.ledger.dynamodb.TableCreator;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Sha256;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.Bus;
import dev.bedrockinventory.simulator.world.Organization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is stored, printed as JSON and published: the demo's steps run with real sweeps and the real
 * event handler, then every command reads the result. Tables, scripts and consumers depend on it.
 */
final class DataContractTest {
  private static final Duration BETWEEN_STEPS = Duration.ofMinutes(10);
  private static final String TABLE = LocalDeployment.TABLE;
  private static final String EXAMPLE = "data-contract";
  private static final String BUS = "data-contract";

  /** Excluded: checksums of an item's own attributes, which only the ledger itself reads. */
  private static final String CHECKSUM = "seal|\\w+Seal";

  /** Members whose value is a Bedrock document or a part of one. */
  private static final Set<String> DOCUMENTS = Set.of("document", "before", "after");

  /** Members whose value is an object that has data for its members' names. */
  private static final Set<String> MAPS = Set.of("apiCalls", "tags");

  private static final SortedSet<String> STORED = new TreeSet<>();
  private static final SortedSet<String> PRINTED = new TreeSet<>();
  private static final SortedSet<String> PUBLISHED = new TreeSet<>();

  @BeforeAll
  static void run() {
    var clock = new ScenarioClock(FilledTable.NOW.minus(Duration.ofHours(4)));
    try (var simulator = Simulator.start(0, clock, 1)) {
      runDemo(simulator, clock);
      read();
      redrive(simulator);
    }
  }

  @Test
  void everyItemKeepsItsKeysAndAttributes() throws IOException {
    GoldenFile.assertUnchanged("table.txt", STORED);
  }

  @Test
  void everyCommandKeepsItsJsonMembersAndExitCodes() throws IOException {
    GoldenFile.assertUnchanged("json.txt", PRINTED);
  }

  /** An event carries its revision's chain hash, so that this pins the hashes, too. */
  @Test
  void eventsAndTheirSchemaStayTheSameByteByByte() throws IOException {
    var schema = Files.readString(Path.of("../docs/change-event-1.schema.json"));
    PUBLISHED.add("sha256 of docs/change-event-1.schema.json " + Sha256.of(schema));

    GoldenFile.assertUnchanged("events.txt", PUBLISHED);
  }

  /** Without the ordinary days of the scenario, which show nothing else. */
  private static void runDemo(Simulator simulator, ScenarioClock clock) {
    var dynamo = AwsClients.local(FilledTable.ENGINE.endpoint());
    try (var ledger = OpenLedger.inTable(dynamo, TABLE, () -> {})) {
      new TableCreator(dynamo, TABLE).createIfMissing();
      var scopes =
          Arrays.stream(Kind.values())
              .map(kind -> new Scope(LocalHub.ACCOUNT, LocalHub.REGION, kind))
              .toList();
      new PlannedScopes(new DynamoStore(dynamo, TABLE)).plan(scopes, true, clock.instant());
      var hub = new LocalHub(simulator, FilledTable.ENGINE.endpoint(), clock);
      var events = new LocalEvents(simulator, hub, ledger.ledger(), clock, System.err);
      var steps = new Scenario(simulator).steps();
      for (var step : steps.stream().filter(each -> each.actions().size() == 1).toList()) {
        clock.advance(BETWEEN_STEPS);
        step.actions().forEach(Runnable::run);
        events.deliverEvents();
        events.pollDueJobs();
        store();
        if (step.expected().refused() == 0) { // retries take their time
          sweep(simulator, clock.instant(), LocalHub.REGION);
        }
        step.cleanup().run();
      }
      ledger.ledger().save(copy());
    }
    simulator
        .faults()
        .add(Match.calls("GetInferenceProfile"), Fault.member("quota", IntNode.valueOf(5)));
    simulator.place(LocalHub.ACCOUNT, LocalHub.REGION).changeUnits("invoice-reader", 3, "v1.0");
    sweep(simulator, FilledTable.NOW, LocalHub.REGION);
    sweep(simulator, FilledTable.NOW, "eu-west-1");
    store();
    sweepOrganization(simulator);
  }

  /** In a table of its own: one account is read, one has no role, one is suspended. */
  private static void sweepOrganization(Simulator simulator) {
    var organization = simulator.world().createOrganization(LocalHub.ACCOUNT);
    organization.put("444455556666", organization.root());
    organization.put("777788889999", organization.root());
    organization.change("777788889999", Organization.State.SUSPENDED);
    simulator.faults().add(Match.calls("AssumeRole"), Fault.deny());
    print(
        Run.of(
            FilledTable.NOW,
            Map.of(
                "AWS_ENDPOINT_URL", simulator.endpoint().toString(),
                "AWS_ENDPOINT_URL_DYNAMODB", FilledTable.ENGINE.endpoint().toString()),
            "sweep",
            "--table",
            "accounts",
            "--create-table",
            "--organization",
            "--role",
            "reader",
            "--region",
            "all",
            "--kind",
            "imported-model",
            "-o",
            "json"),
        "sweep --role");
  }

  /** On the ordinary days people copy system profiles. */
  private static Evidence copy() {
    return FilledTable.event(
        FilledTable.SEARCH,
        FilledTable.user("alice"),
        "CreateInferenceProfile",
        FilledTable.NOW.toString(),
        Optional.empty(),
        Optional.of(
            "arn:aws:bedrock:us-east-2:111122223333:inference-profile/us.amazon.nova-lite-v1:0"));
  }

  private static void sweep(Simulator simulator, Instant now, String region) {
    var bedrock = simulator.endpoint().toString();
    print(
        Run.of(
            now,
            Map.of(),
            "sweep",
            "--table",
            TABLE,
            "--endpoint-url-dynamodb",
            FilledTable.ENGINE.endpoint().toString(),
            "--endpoint-url-bedrock",
            bedrock,
            "--endpoint-url-tagging",
            bedrock,
            "--account",
            LocalHub.ACCOUNT,
            "--region",
            region,
            "-o",
            "json"),
        "sweep");
  }

  private static void read() {
    print(TABLE, "list");
    print(TABLE, "list", "--as-of", "2026-11-22T09:00:00Z");
    print(TABLE, "show", "checkout-chat");
    print(TABLE, "show", "support-summaries-staging");
    print(TABLE, "show", importJob());
    print(TABLE, "history", "ticket-triage");
    print(TABLE, "changes");
    print(TABLE, "coverage");
    print(TABLE, "cost");
    print(TABLE, "cost", "--prices", "src/test/resources/prices.json");
    print(Run.of(FilledTable.NOW, Map.of(), "prices", "-o", "json"), "prices");
    print(TABLE, "verify");
    print("missing-table", "list");
    print(TABLE, "list", "--as-of", "never");
  }

  /** Then one revision of the example is edited, and the bus refuses the others. */
  private static void redrive(Simulator simulator) {
    var bus = simulator.place(LocalHub.ACCOUNT, RedriveCommandTest.REGION).bus(BUS);
    FilledTable.create(EXAMPLE);
    FilledTable.addCalls(EXAMPLE);
    print(EXAMPLE, "show", "search");
    print(EXAMPLE, "show", "search", "--all");
    print(EXAMPLE, "show", "checkout");
    print(EXAMPLE, "history", "checkout");
    redrive(simulator, EXAMPLE);
    details(bus).forEach(detail -> PUBLISHED.add("sha256 of event " + Sha256.of(detail)));
    redrive(
        simulator,
        TABLE,
        "--until=2026-11-22",
        "--change=CREATED",
        "--kind=imported-model",
        "--account=111122223333",
        "--region=us-east-2",
        "--model=none",
        "--tag=a=b",
        "--name=none",
        "--skip=2026-11-21T10:00:00.000Z#%s#0000000002".formatted(FilledTable.CHECKOUT));
    redrive(simulator, TABLE);
    details(bus).forEach(detail -> members("event", CanonicalJson.parse(detail), PUBLISHED));

    var edited = ItemKey.revision(FilledTable.CHECKOUT, 2);
    FilledTable.CLIENT.updateItem(update ->
        update
            .tableName(EXAMPLE)
            .key(
                Map.of(
                    "pk",
                    AttributeValue.fromS(edited.pk()),
                    "sk",
                    AttributeValue.fromS(edited.sk())))
            .updateExpression("SET document = :edited")
            .expressionAttributeValues(Map.of(":edited", AttributeValue.fromS("{}"))));
    print(EXAMPLE, "verify");
    redrive(simulator, EXAMPLE);
    simulator
        .faults()
        .add(
            Match.calls("PutEvents"),
            Fault.refuseEntries(_ -> true, "MalformedDetail", "malformed"));
    redrive(simulator, EXAMPLE);
  }

  private static void redrive(Simulator simulator, String table, String... options) {
    print(
        table,
        Stream.concat(
                Stream.of(
                    "redrive",
                    "--since=7d",
                    "--bus=" + BUS,
                    "--endpoint-url-events=" + simulator.endpoint()),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private static Stream<String> details(Bus bus) {
    return bus.events().stream().map(event -> event.detail());
  }

  private static void print(String table, String... arguments) {
    var json = Stream.concat(Arrays.stream(arguments), Stream.of("-o", "json"));
    print(Run.on(table, json.toArray(String[]::new)), arguments[0]);
  }

  private static void print(Run run, String command) {
    PRINTED.add("%s exits with %d".formatted(command, run.exitCode()));
    if (!run.out().isEmpty()) {
      members(command, CanonicalJson.parse(run.out()), PRINTED);
    }
  }

  /** Adds every path to a member, with the type of its value. */
  private static void members(String path, JsonNode value, Set<String> lines) {
    var name = path.replaceFirst(".*[. ]", "");
    if (DOCUMENTS.contains(name)) {
      lines.add(path);
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(member ->
              members(
                  path + "." + (MAPS.contains(name) ? "*" : member.getKey()),
                  member.getValue(),
                  lines));
    } else if (value.isArray()) {
      value.forEach(element -> members(path + "[]", element, lines));
    } else {
      lines.add(path + " " + value.getNodeType().name().toLowerCase(Locale.ROOT));
    }
  }

  private static String importJob() {
    return items()
        .map(item -> text(item, "pk"))
        .filter(pk -> pk.contains(":model-import-job/"))
        .findFirst()
        .orElseThrow()
        .replaceFirst("RESOURCE#", "");
  }

  private static Stream<Map<String, AttributeValue>> items() {
    return FilledTable.CLIENT.scanPaginator(scan -> scan.tableName(TABLE)).items().stream();
  }

  /** Adds the pattern of each item's keys, with each attribute and its type. */
  private static void store() {
    items()
        .forEach(item -> {
          var keys = pattern(text(item, "pk")) + " / " + pattern(text(item, "sk"));
          item.forEach((name, value) -> {
            if (!name.matches(CHECKSUM)) {
              STORED.add("%s: %s %s".formatted(keys, name, value.type()));
              if (value.s() != null && !DOCUMENTS.contains(name)) {
                CanonicalJson.find(value.s())
                    .filter(JsonNode::isContainerNode)
                    .ifPresent(json -> members(keys + ": " + name, json, STORED));
              }
            }
          });
        });
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name)).s();
  }

  /** A key with what varies in it replaced by what it is. */
  private static String pattern(String key) {
    return Arrays.stream(key.split("#", -1))
        .map(part ->
            part.matches("[A-Z]+")
                ? part
                : part.replaceFirst("^\\d{4}-\\d\\d-\\d\\dT.*Z$", "<time>")
                    .replaceFirst("^\\d{10}$", "<ten digits>")
                    .replaceFirst("^arn:.*", "<arn>")
                    .replaceFirst("^\\d{12}$", "<account>")
                    .replaceFirst("^[a-z]+(-[a-z]+)+-\\d$", "<region>")
                    .replaceFirst("^[^<].*", "<text>"))
        .collect(Collectors.joining("#"));
  }
}
