package dev.bedrockinventory.settings;

import java.util.List;

/** The environment is not what the functions need; the message names all that is to be mended. */
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidSettingsException(List<String> problems) {
    super("environment: " + String.join("; ", problems));
  }
}
