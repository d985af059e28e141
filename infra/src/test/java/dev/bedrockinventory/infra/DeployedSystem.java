package dev.bedrockinventory.infra;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.ledger.dynamodb.TableCreator;
import dev.bedrockinventory.settings.Variable;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.engine.Engine;
import dev.bedrockinventory.simulator.engine.TableStream;
import dev.bedrockinventory.simulator.world.Message;
import dev.bedrockinventory.simulator.world.RegionState;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** An account in which the stack is deployed: simulated services and DynamoDB Local. */
final class DeployedSystem implements AutoCloseable {
  static final String ACCOUNT = "111122223333";
  static final String REGION = "us-east-2";
  static final String QUEUE = "sweeps.fifo";
  static final String EVENTS = "events";
  static final String BUS = "changes";

  private static final String TABLE = "inventory";
  private static final String STACK_ID =
      "arn:aws:cloudformation:us-east-2:111122223333:stack/bedrock-inventory/0f7c3f54-1c1b-4a6e";

  private final Simulator simulator;
  private final Engine engine = Engine.inMemory(0);
  private final DynamoDbClient dynamo;

  DeployedSystem(InstantSource clock) {
    simulator = Simulator.start(0, clock, 41);
    dynamo =
        DynamoDbClient.builder()
            .endpointOverride(engine.endpoint())
            .region(Region.of(REGION))
            .credentialsProvider(credentials())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    new TableCreator(dynamo, TABLE).createIfMissing();
    region().queue(QUEUE);
    region().queue(EVENTS);
    region().bus(BUS);
    deployTargets(Synthesized.once().template());
  }

  Simulator simulator() {
    return simulator;
  }

  RegionState region() {
    return simulator.place(ACCOUNT, REGION);
  }

  /** Receives and deletes the messages of the sweep queue. */
  List<Message> messages() {
    return region().queue(QUEUE).drain();
  }

  /** Receives and deletes the messages of the sweep queue: their tasks. */
  List<String> tasks() {
    return messages().stream().map(Message::body).toList();
  }

  /** The records of the table's stream that match one of these filters of a mapping. */
  List<JsonNode> streamed(List<EventPattern> filters) {
    try (var streams =
        DynamoDbStreamsClient.builder()
            .endpointOverride(engine.endpoint())
            .region(Region.of(REGION))
            .credentialsProvider(credentials())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      return new TableStream(streams)
          .records(TABLE).stream()
              .filter(record -> filters.stream().anyMatch(filter -> filter.matches(record)))
              .toList();
    }
  }

  /** Removes an item from the ledger, which the inventory never does. */
  void remove(String partition, String sortKey) {
    dynamo.deleteItem(request ->
        request
            .tableName(TABLE)
            .key(
                Map.of(
                    "pk", AttributeValue.fromS(partition),
                    "sk", AttributeValue.fromS(sortKey))));
  }

  /** The items of a partition of the ledger. */
  List<Map<String, AttributeValue>> items(String partition) {
    return dynamo
        .query(request ->
            request
                .tableName(TABLE)
                .consistentRead(true)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition))))
        .items();
  }

  /** The text of a required attribute of an item. */
  static String text(Map<String, AttributeValue> item, String attribute) {
    return Optional.ofNullable(item.get(attribute)).map(AttributeValue::s).orElseThrow();
  }

  static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCOUNT, "secret"));
  }

  /**
   * The environment of a function of the template: references to resources are replaced with their
   * names, and the SDK's standard variables contain the local endpoints.
   */
  Map<String, String> environment(JsonNode function) {
    var environment = new TreeMap<String, String>();
    function
        .path("Environment")
        .path("Variables")
        .properties()
        .forEach(variable -> environment.put(variable.getKey(), resolved(variable.getValue())));
    environment.put("_HANDLER", function.path("Handler").asText());
    environment.put(Variable.REGION.key(), REGION);
    environment.put("AWS_ENDPOINT_URL", simulator.endpoint().toString());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", engine.endpoint().toString());
    return environment;
  }

  @Override
  public void close() {
    dynamo.close();
    engine.close();
    simulator.close();
  }

  private void deployTargets(Template template) {
    template
        .resources("AWS::SSM::Parameter")
        .values()
        .forEach(parameter ->
            region()
                .putParameter(
                    parameter.path("Properties").path("Name").asText(),
                    parameter.path("Properties").path("Value").asText()));
  }

  private String resolved(JsonNode value) {
    if (value.isTextual()) {
      return value.asText();
    }
    return switch (value.path("Ref").asText()) {
      case "AWS::AccountId" -> ACCOUNT;
      case "AWS::StackId" -> STACK_ID;
      case "LedgerTable" -> TABLE;
      case "SweepQueue" -> url(QUEUE);
      case "EventQueue" -> url(EVENTS);
      case "ChangeBus" -> BUS;
      default -> throw new AssertionError("unknown reference: " + value);
    };
  }

  private static String url(String queue) {
    return "https://sqs.%s.amazonaws.com/%s/%s".formatted(REGION, ACCOUNT, queue);
  }
}
