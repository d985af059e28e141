package dev.bedrockinventory.simulator.engine;

import java.io.Serial;

/** DynamoDB Local cannot run. The message is one line: what, where and how to fix it. */
public final class EngineException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  EngineException(String message) {
    super(message);
  }

  EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
