package dev.bedrockinventory.cli.runtime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.bedrock.ClientPolicy;
import dev.bedrockinventory.functions.Wiring;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.settings.Targets;
import dev.bedrockinventory.settings.Variable;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.world.Queue;
import dev.bedrockinventory.simulator.world.RegionState;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The simulated account and region that the handlers run in: its queue, its targets, its wiring.
 */
public final class LocalHub {
  /** The home account. */
  public static final String ACCOUNT = "111122223333";

  /** The home region. */
  public static final String REGION = "us-east-2";

  private static final String TARGETS_PATH = "/bedrock-inventory/targets";
  private static final String SWEEPS = "bedrock-inventory-sweeps.fifo";
  private static final String EVENTS = "bedrock-inventory-events";
  private static final String BUS = "bedrock-inventory-changes";

  /** The simulator is local and its errors are intended: retries have no use. */
  private static final ClientPolicy POLICY =
      new ClientPolicy(
          2, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(15), Duration.ofSeconds(60));

  private final RegionState region;
  private final Wiring wiring;

  /** Creates a hub that is its own target, with the ledger's table at this endpoint. */
  public LocalHub(Simulator simulator, URI dynamo, InstantSource clock) {
    region = simulator.place(ACCOUNT, REGION);
    region.queue(SWEEPS);
    region.queue(EVENTS);
    region.bus(BUS);
    put(Targets.DEFAULTS, Targets.FIRST_DEFAULTS);
    put(Targets.ACCOUNTS, Targets.FIRST_ACCOUNTS);
    var credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCOUNT + "hub", "local"));
    wiring = new Wiring(environment(simulator.endpoint(), dynamo), credentials, POLICY, clock);
  }

  /** The wiring of the handlers. */
  Wiring wiring() {
    return wiring;
  }

  /** The queue of sweeps. */
  Queue sweeps() {
    return region.queue(SWEEPS);
  }

  /** The queue of events and polls of import jobs. */
  public Queue events() {
    return region.queue(EVENTS);
  }

  /** Configures every account as a target in all regions. */
  void target(Collection<String> accounts, Collection<String> regions) {
    var defaults = JsonNodeFactory.instance.objectNode().set("regions", array(regions));
    put(Targets.DEFAULTS, CanonicalJson.write(defaults));
    put(Targets.ACCOUNTS, CanonicalJson.write(array(accounts)));
  }

  private void put(String name, String value) {
    region.putParameter(TARGETS_PATH + "/" + name, value);
  }

  private static ArrayNode array(Collection<String> texts) {
    var array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  private static Map<String, String> environment(URI aws, URI dynamo) {
    return Map.ofEntries(
        Map.entry(Variable.ACCOUNT.key(), ACCOUNT),
        Map.entry(Variable.REGION.key(), REGION),
        Map.entry(Variable.TABLE.key(), LocalDeployment.TABLE),
        Map.entry(Variable.TARGETS_PATH.key(), TARGETS_PATH),
        Map.entry(Variable.SWEEP_QUEUE_URL.key(), "%s/%s/%s".formatted(aws, ACCOUNT, SWEEPS)),
        Map.entry(Variable.EVENT_QUEUE_URL.key(), "%s/%s/%s".formatted(aws, ACCOUNT, EVENTS)),
        Map.entry(Variable.CHANGE_BUS.key(), BUS),
        Map.entry(Variable.CURSOR_KEY.key(), "this-computer-only"),
        Map.entry(Variable.CALLS_PER_SECOND.key(), "999"),
        Map.entry("AWS_ENDPOINT_URL", aws.toString()),
        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", dynamo.toString()));
  }
}
