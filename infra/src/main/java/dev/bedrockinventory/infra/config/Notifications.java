package dev.bedrockinventory.infra.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.CanonicalJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who is notified of changes, and of which.
 *
 * @param receivers who is notified
 * @param filter the EventBridge pattern of the event's {@code data}; empty for all changes
 */
public record Notifications(Receivers receivers, JsonNode filter) {
  static final String NONE = "none";

  static final String EXPECTED =
      "'none', e-mail addresses separated by commas, or the ARN of a standard SNS topic in the"
          + " stack's region";

  static final String EXPECTED_FILTER =
      "an EventBridge pattern with members of a change (account, arn, change, document, kind,"
          + " region, revision), such as {\"change\":[\"DELETED\"]}, or {} for all changes";

  private static final Pattern TOPIC =
      Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}");
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final Set<String> MEMBERS =
      Set.of("account", "arn", "change", "document", "kind", "region", "revision");

  /** Who is notified. */
  public sealed interface Receivers {}

  /**
   * The subscribers of an existing topic, whose policy must allow EventBridge to publish.
   *
   * @param arn its ARN
   */
  public record ExistingTopic(String arn) implements Receivers {
    String region() {
      return arn.split(":", -1)[3];
    }
  }

  /**
   * The owners of e-mail addresses; each must confirm a subscription first.
   *
   * @param addresses the addresses, without duplicates
   */
  public record Emails(List<String> addresses) implements Receivers {
    /** Copies the list. */
    public Emails {
      addresses = List.copyOf(addresses);
    }
  }

  /** Whether a value of the context is valid. */
  static boolean isValid(String value) {
    return value.equals(NONE)
        || TOPIC.matcher(value).matches()
        || addresses(value).stream().allMatch(address -> EMAIL.matcher(address).matches());
  }

  /** Whether a filter of the context is valid. */
  static boolean isFilter(String value) {
    return CanonicalJson.find(value)
        .filter(Notifications::isPattern)
        .filter(filter ->
            filter.properties().stream().map(Map.Entry::getKey).allMatch(MEMBERS::contains))
        .isPresent();
  }

  /** Parses valid values; absent if nobody is notified. */
  static Optional<Notifications> parse(String value, String filter) {
    if (value.equals(NONE)) {
      return Optional.empty();
    }
    var receivers =
        TOPIC.matcher(value).matches() ? new ExistingTopic(value) : new Emails(addresses(value));
    return Optional.of(new Notifications(receivers, CanonicalJson.parse(filter)));
  }

  private static List<String> addresses(String value) {
    return Arrays.stream(value.split(",", -1)).map(String::strip).distinct().toList();
  }

  /** EventBridge patterns are objects whose leaves are arrays with at least one alternative. */
  private static boolean isPattern(JsonNode filter) {
    return filter.isObject()
        && filter.properties().stream()
            .map(Map.Entry::getValue)
            .allMatch(value -> !value.isEmpty() && (value.isArray() || isPattern(value)));
  }
}
