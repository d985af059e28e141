package dev.bedrockinventory.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The environment variables of the functions: their names, valid values and messages. The only
 * place where the names are defined; infrastructure sets the variables by them.
 */
public enum Variable {
  /** The home account, which is swept with the functions' own credentials. */
  ACCOUNT("INVENTORY_ACCOUNT", "[0-9]{12}", "twelve digits such as 111122223333"),
  /** The region of the functions; set by Lambda itself. */
  REGION("AWS_REGION", Variable.REGION_FORM, "a region's code such as us-east-2"),
  /** The DynamoDB table of the ledger. */
  TABLE("INVENTORY_TABLE", "[a-zA-Z0-9_.-]{3,255}", "the name of a DynamoDB table"),
  /** The SSM path that of the target parameters. */
  TARGETS_PATH(
      "INVENTORY_TARGETS_PATH",
      "(/[a-zA-Z0-9_.-]+)+",
      "an SSM path such as /bedrock-inventory/targets, without a slash at its end"),
  /** The FIFO queue for sweeps. */
  SWEEP_QUEUE_URL(
      "INVENTORY_SWEEP_QUEUE_URL", "https?://\\S+\\.fifo", "the URL of an SQS FIFO queue"),
  /** The standard queue for events and polls of import jobs. */
  EVENT_QUEUE_URL(
      "INVENTORY_EVENT_QUEUE_URL", "https?://\\S+(?<!\\.fifo)", "the URL of a standard SQS queue"),
  /** The EventBridge bus that changes are published to. */
  CHANGE_BUS(
      "INVENTORY_CHANGE_BUS",
      "[a-zA-Z0-9_./-]{1,256}",
      "the name of an EventBridge event bus such as bedrock-inventory-changes"),
  /** The key that signs the positions of lists in dashboards; every function has the same one. */
  CURSOR_KEY("INVENTORY_CURSOR_KEY", "\\S{16,1024}", "16 to 1024 characters without spaces"),
  /** The external id that the roles of other accounts require; none if it is not set. */
  EXTERNAL_ID(
      "INVENTORY_EXTERNAL_ID",
      "[\\w+=,.@:/-]{2,1224}",
      "2 to 1224 letters, digits or any of +=,.@:/-",
      ""),
  /** How many Bedrock calls a second each account and region may receive. */
  CALLS_PER_SECOND(
      "INVENTORY_CALLS_PER_SECOND",
      "[1-9][0-9]{0,2}",
      "an integer number of calls per second from 1 to 999",
      "5"),
  /** The age of a complete observation from which it is no longer current: three periods. */
  STALE_AFTER(
      "INVENTORY_STALE_AFTER", "[1-9][0-9]{0,6}", "a number of seconds up to 9999999", "2700"),
  /** The functions' log level; read by Powertools. */
  LOG_LEVEL("POWERTOOLS_LOG_LEVEL", "DEBUG|INFO|WARN|ERROR", "DEBUG, INFO, WARN or ERROR", "INFO"),
  /** The CloudWatch namespace of the metrics; read by Powertools. */
  METRICS_NAMESPACE(
      "POWERTOOLS_METRICS_NAMESPACE",
      "[\\w./#:-]{1,255}",
      "1 to 255 letters, digits or any of ./#:_-",
      "BedrockInventory"),
  /** The service's name in logs, and the dimension of the metrics; read by Powertools. */
  SERVICE_NAME(
      "POWERTOOLS_SERVICE_NAME",
      "[\\w.-]{1,255}",
      "1 to 255 letters, digits or any of ._-",
      "bedrock-inventory");

  static final String REGION_FORM = "[a-z]{2,}(-[a-z]+)+-[0-9]+";

  private final String key;
  private final Pattern form;
  private final String expected;
  private final Optional<String> standard;

  Variable(String key, String form, String expected) {
    this(key, form, expected, Optional.empty());
  }

  Variable(String key, String form, String expected, String standard) {
    this(key, form, expected, Optional.of(standard));
  }

  Variable(String key, String form, String expected, Optional<String> standard) {
    this.key = key;
    this.form = Pattern.compile(form);
    this.expected = expected;
    this.standard = standard;
  }

  /** The variable's name in the environment. */
  public String key() {
    return key;
  }

  /** The default value; absent if the variable is required. */
  public Optional<String> standard() {
    return standard;
  }

  /** The expected value, as the object of "set it to". */
  public String expected() {
    return expected;
  }

  /** Whether a value is valid. */
  public boolean accepts(String value) {
    return form.matcher(value).matches();
  }

  /** The problems of the environment, one line for each variable; empty if there are none. */
  static List<String> problems(Map<String, String> environment) {
    return Arrays.stream(values())
        .flatMap(variable -> variable.problem(environment).stream())
        .toList();
  }

  /** The value in an environment without problems; empty if none is set and none is the default. */
  Optional<String> find(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(key))
        .filter(value -> !value.isEmpty())
        .or(() -> standard)
        .filter(value -> !value.isEmpty());
  }

  private Optional<String> problem(Map<String, String> environment) {
    var value = environment.getOrDefault(key, "");
    if (value.isEmpty()) {
      return standard.isPresent()
          ? Optional.empty()
          : Optional.of("%s is not set; set it to %s".formatted(key, expected));
    }
    return accepts(value)
        ? Optional.empty()
        : Optional.of("%s is '%s'; set it to %s".formatted(key, value, expected));
  }
}
