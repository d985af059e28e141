package dev.bedrockinventory.model;

/**
 * A member that the API returns and that the rule table does not know. Equal drift is reported
 * once.
 *
 * @param operation the API's operation that returned it
 * @param path the member's path in the answer's resource, such as {@code models[].latency}
 * @param type its JSON type: string, number, boolean, object, array or null
 * @param example a resource, by ARN, that it was seen on; empty if it stood beside the resources
 */
public record UnmodeledMember(String operation, String path, String type, String example) {
  /** The drift's identity: {@code <operation>#<member path>}. */
  public String key() {
    return operation + "#" + path;
  }
}
