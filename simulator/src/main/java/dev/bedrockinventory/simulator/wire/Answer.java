package dev.bedrockinventory.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A service's response before it is serialized. */
public sealed interface Answer {
  /** The HTTP status. */
  int status();

  /**
   * A JSON object; faults may edit it.
   *
   * @param headers beside the content type and the request id
   */
  record Json(int status, ObjectNode body, Map<String, String> headers) implements Answer {
    /** An object without more headers. */
    public Json(int status, ObjectNode body) {
      this(status, body, Map.of());
    }
  }

  /** Text, such as XML. */
  record Text(int status, String body) implements Answer {}
}
