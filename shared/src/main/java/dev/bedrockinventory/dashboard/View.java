package dev.bedrockinventory.dashboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The views, in the order of the navigation. */
public enum View {
  /** What there is, what changed lately, and what needs attention. */
  OVERVIEW("Overview"),
  /** The changes of all scopes, newest first. */
  CHANGES("Changes"),
  /** One resource with its history. */
  RESOURCE("Resource"),
  /** What existed at the end of the time range. */
  INVENTORY("Inventory"),
  /** Which profiles reach which models from which regions. */
  MODELS("Models"),
  /** What imported models cost. */
  COST("Cost"),
  /** Every scope with its last sweep. */
  COVERAGE("Coverage");

  private final String title;

  View(String title) {
    this.title = title;
  }

  /** The heading. */
  public String title() {
    return title;
  }

  /** The name in parameters: {@code overview}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The view with this name in parameters. */
  static Optional<View> find(String key) {
    return Arrays.stream(values()).filter(view -> view.key().equals(key)).findFirst();
  }
}
