package dev.bedrockinventory.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Instants;
import java.time.Instant;

/**
 * The event of an account of the organization that became a target, or ended as one. The same
 * arguments always produce the same bytes.
 *
 * @param account the account's twelve digits
 * @param change what happened to it
 * @param observedAt when the accounts of the organization were listed
 */
public record TargetEvent(String account, TargetChange change, Instant observedAt)
    implements PublishedEvent {
  /** The detail type of every event; rules for {@link ChangeEvent#DETAIL_TYPE} do not match it. */
  public static final String DETAIL_TYPE = "Bedrock Inventory Target";

  /** The type of every event; another version has another type. */
  public static final String TYPE = "dev.bedrockinventory.target.v1";

  /** What happened to the account. */
  public enum TargetChange {
    /** The organization has it since the list before. */
    ADDED("was added to the targets: the organization has it as an active account"),
    /** It was closed or suspended, left the organization, or was moved to another unit. */
    REMOVED(
        "was removed from the targets: it is no longer an active account of the selected part of"
            + " the organization");

    private final String predicate;

    TargetChange(String predicate) {
      this.predicate = predicate;
    }
  }

  @Override
  public String detailType() {
    return DETAIL_TYPE;
  }

  @Override
  public String subject() {
    return account;
  }

  @Override
  public String json() {
    var time = Instants.text(observedAt);
    var event =
        JsonNodeFactory.instance
            .objectNode()
            .put("specversion", "1.0")
            .put("id", "%s#%s#%s".formatted(time, account, change))
            .put("source", SOURCE)
            .put("type", TYPE)
            .put("time", time)
            .put("subject", account)
            .put("datacontenttype", "application/json");
    event
        .putObject("data")
        .put("account", account)
        .put("change", change.name())
        .put("summary", "Account %s %s.".formatted(account, change.predicate));
    return CanonicalJson.write(event);
  }
}
