package dev.bedrockinventory.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The validated settings of the functions. Every function has all of them.
 *
 * @param hub the account and region of the functions
 * @param table the DynamoDB table of the ledger
 * @param targetsPath the SSM path that of the target parameters
 * @param sweepQueueUrl the FIFO queue for sweeps
 * @param eventQueueUrl the standard queue for events and polls of import jobs
 * @param changeBus the EventBridge bus that changes are published to
 * @param cursorKey the key that signs the positions of lists in dashboards
 * @param externalId the external id that the roles of other accounts require
 * @param callsPerSecond how many Bedrock calls a second each account and region may receive
 * @param staleAfter the age of a complete observation from which it is no longer current
 * @param metricsNamespace the CloudWatch namespace of the metrics
 * @param serviceName the service's name in logs and metrics
 */
public record Settings(
    Hub hub,
    String table,
    String targetsPath,
    String sweepQueueUrl,
    String eventQueueUrl,
    String changeBus,
    String cursorKey,
    Optional<String> externalId,
    int callsPerSecond,
    Duration staleAfter,
    String metricsNamespace,
    String serviceName) {
  /**
   * Reads the settings.
   *
   * @throws InvalidSettingsException if anything is missing or malformed; the message names
   *     everything
   */
  public static Settings parse(Map<String, String> environment) {
    var problems =
        Stream.concat(
                Variable.problems(environment).stream(), Endpoints.problems(environment).stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
    return new Settings(
        new Hub(value(environment, Variable.ACCOUNT), value(environment, Variable.REGION)),
        value(environment, Variable.TABLE),
        value(environment, Variable.TARGETS_PATH),
        value(environment, Variable.SWEEP_QUEUE_URL),
        value(environment, Variable.EVENT_QUEUE_URL),
        value(environment, Variable.CHANGE_BUS),
        value(environment, Variable.CURSOR_KEY),
        Variable.EXTERNAL_ID.find(environment),
        Integer.parseInt(value(environment, Variable.CALLS_PER_SECOND)),
        Duration.ofSeconds(Integer.parseInt(value(environment, Variable.STALE_AFTER))),
        value(environment, Variable.METRICS_NAMESPACE),
        value(environment, Variable.SERVICE_NAME));
  }

  private static String value(Map<String, String> environment, Variable variable) {
    return variable.find(environment).orElseThrow();
  }
}
