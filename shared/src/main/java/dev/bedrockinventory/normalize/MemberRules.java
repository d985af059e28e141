package dev.bedrockinventory.normalize;

import java.util.Map;
import java.util.Optional;

/** What is known of the members of documents beyond their names. */
public final class MemberRules {
  private static final Map<String, String> SET_KEYS = Map.of("models", "modelArn");

  private MemberRules() {}

  /**
   * The member that tells the elements of a set apart, if the array at this path of a document is a
   * set; any other array is a list, whose order means something. The elements of a set are objects,
   * but one may lack its key, and two may share one: nothing that the API said is dropped.
   *
   * @param path the member's path, such as {@code models} or {@code outer.inner}
   */
  public static Optional<String> setKey(String path) {
    return Optional.ofNullable(SET_KEYS.get(path));
  }
}
