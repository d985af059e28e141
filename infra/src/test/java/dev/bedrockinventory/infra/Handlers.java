package dev.bedrockinventory.infra;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.api.LambdaContext;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.bedrock.ClientPolicy;
import dev.bedrockinventory.functions.DashboardHandler;
import dev.bedrockinventory.functions.FeedHandler;
import dev.bedrockinventory.functions.PlanHandler;
import dev.bedrockinventory.functions.RefreshHandler;
import dev.bedrockinventory.functions.SweepHandler;
import dev.bedrockinventory.functions.Wiring;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.settings.Targets;
import dev.bedrockinventory.settings.Variable;
import dev.bedrockinventory.simulator.engine.TableStream;
import dev.bedrockinventory.simulator.world.Organization;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** The real handlers with the environment of the template, and a clock that tests advance. */
final class Handlers implements AutoCloseable {
  /** An account other than the hub account. */
  static final String OTHER_ACCOUNT = "444455556666";

  private static final ClientPolicy SHORT_TIMEOUTS =
      new ClientPolicy(
          1, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(2));
  private static final Context CONTEXT =
      new LambdaContext(
          1024,
          System.currentTimeMillis() + Duration.ofDays(10).toMillis(),
          "request",
          "group",
          "stream",
          "any",
          null,
          "1",
          "arn",
          null,
          null,
          null);

  private final Template template = Synthesized.once().template();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T14:30:00Z"));
  private final DeployedSystem cloud = new DeployedSystem(now::get);
  private final PlanHandler planner = new PlanHandler(wiring("Plan"));
  private final SweepHandler sweeper = new SweepHandler(wiring("Sweeps"));
  private final RefreshHandler refresher = new RefreshHandler(wiring("Refreshes"));
  private final DashboardHandler dashboard = new DashboardHandler(wiring("Dashboard"));
  private final FeedHandler feeder = new FeedHandler(wiring("Feed"));

  DeployedSystem cloud() {
    return cloud;
  }

  /** Adds the other account to the targets. */
  void inventoryTheOtherAccount() {
    cloud
        .region()
        .putParameter(
            template.properties("AWS::SSM::Parameter", "TargetsAccounts").path("Name").asText(),
            "[\"%s\",\"%s\"]".formatted(Targets.HERE, OTHER_ACCOUNT));
  }

  /** Makes all accounts of an organization with one unit the targets. */
  Organization inventoryTheOrganization() {
    var organization = cloud.simulator().world().createOrganization(DeployedSystem.ACCOUNT);
    var unit = organization.createUnit(organization.root());
    cloud
        .region()
        .putParameter(
            template.properties("AWS::SSM::Parameter", "TargetsAccounts").path("Name").asText(),
            "[\"%s\",{\"organization\":[\"%s\"]}]".formatted("organization", unit));
    return organization;
  }

  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  void plan() {
    planner.handleRequest(Map.of("time", now.get().toString()), CONTEXT);
  }

  void sweep(String task) {
    sweeper.handleRequest(event(task), CONTEXT);
  }

  /** Processes a message of the event queue; false if it failed. */
  boolean refresh(String body) {
    return refresher.handleRequest(event(body), CONTEXT).getBatchItemFailures().isEmpty();
  }

  /** The HTML of a view of this resource. */
  String show(String view, String resource) {
    var answer = new ByteArrayOutputStream();
    var event = "{\"view\":\"%s\",\"resource\":\"%s\"}".formatted(view, resource);
    try {
      dashboard.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, CONTEXT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return CanonicalJson.parse(answer.toString(StandardCharsets.UTF_8)).asText();
  }

  /** Processes records of the table's stream; false if one failed. */
  boolean feed(List<JsonNode> records) {
    var event =
        LambdaEventSerializers.serializerFor(DynamodbEvent.class, getClass().getClassLoader())
            .fromJson(TableStream.event(records));
    return feeder.handleRequest(event, CONTEXT).getBatchItemFailures().isEmpty();
  }

  @Override
  public void close() {
    cloud.close();
  }

  private static SQSEvent event(String body) {
    var message = new SQSEvent.SQSMessage();
    message.setMessageId("1");
    message.setReceiptHandle("receipt");
    message.setBody(body);
    var event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }

  private Wiring wiring(String function) {
    var environment =
        new TreeMap<>(cloud.environment(template.properties("AWS::Lambda::Function", function)));
    environment.put(Variable.CALLS_PER_SECOND.key(), "999");
    return new Wiring(environment, DeployedSystem.credentials(), SHORT_TIMEOUTS, now::get);
  }
}
