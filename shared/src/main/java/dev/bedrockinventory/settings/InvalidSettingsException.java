package dev.bedrockinventory.settings;

import java.util.List;

/** The environment of the functions is not valid; the message names everything to fix. */
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidSettingsException(List<String> problems) {
    super("environment: " + String.join("; ", problems));
  }
}
