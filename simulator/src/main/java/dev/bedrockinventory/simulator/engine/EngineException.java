package dev.bedrockinventory.simulator.engine;

import java.io.Serial;

/** The engine cannot run. The message is one line: what, where and how to mend it. */
public final class EngineException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  EngineException(String message) {
    super(message);
  }

  EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
