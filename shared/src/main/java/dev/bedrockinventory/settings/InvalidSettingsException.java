package dev.bedrockinventory.settings;

import java.util.List;

/** The environment is invalid; the message names every problem and how to fix it. */
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidSettingsException(List<String> problems) {
    super("environment: " + String.join("; ", problems));
  }
}
