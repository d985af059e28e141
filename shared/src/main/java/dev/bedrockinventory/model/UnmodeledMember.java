package dev.bedrockinventory.model;

/**
 * A member that the API returns and that the rule table does not contain: schema drift. Each is
 * reported once.
 *
 * @param operation the API's operation that returned it
 * @param path the member's path in the response's resource, such as {@code models[].latency}
 * @param type its JSON type: string, number, boolean, object, array or null
 * @param example the ARN of a resource that has it; empty if it is outside the resources
 */
public record UnmodeledMember(String operation, String path, String type, String example) {
  /** The member's identity: {@code <operation>#<member path>}. */
  public String key() {
    return operation + "#" + path;
  }
}
