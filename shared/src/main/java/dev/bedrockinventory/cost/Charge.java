package dev.bedrockinventory.cost;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What AWS charges for an imported model, each by its custom model units (CMU). */
public enum Charge {
  /** Each active copy, by the minute. */
  ACTIVE_COPY("active-copy", "CMU-minute", "Inference", "min"),
  /** Storage, by the month. */
  STORAGE("storage", "CMU-month", "Storage", "month");

  private final String key;
  private final String unit;
  private final String usage;
  private final String period;

  Charge(String key, String unit, String usage, String period) {
    this.key = key;
    this.unit = unit;
    this.usage = usage;
    this.period = period;
  }

  /** The name in the price file and in outputs: {@code active-copy}. */
  public String key() {
    return key;
  }

  /** What its price is for: {@code CMU-minute}. */
  public String unit() {
    return unit;
  }

  /** Whether a unit of AWS's price list is the period of this charge. */
  boolean isPer(String listedUnit) {
    return listedUnit.toLowerCase(Locale.ROOT).contains(period);
  }

  /** The charge with this name in the price file. */
  static Optional<Charge> find(String key) {
    return Arrays.stream(values()).filter(charge -> charge.key.equals(key)).findFirst();
  }

  /** The charge with this name in the usage types of AWS's price list. */
  static Optional<Charge> ofUsage(String usage) {
    return Arrays.stream(values()).filter(charge -> charge.usage.equals(usage)).findFirst();
  }
}
