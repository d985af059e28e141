package dev.bedrockinventory.settings;

import java.util.List;

/** The environment or a configuration file is not valid; the message names what to fix. */
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A message of one line: which setting is wrong, and how to fix it. */
  public InvalidSettingsException(String message) {
    super(message);
  }

  InvalidSettingsException(List<String> problems) {
    super("environment: " + String.join("; ", problems));
  }
}
