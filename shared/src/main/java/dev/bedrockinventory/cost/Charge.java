package dev.bedrockinventory.cost;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What AWS charges for an imported model, each by its custom model units (CMU). */
public enum Charge {
  /** Each active copy, by the minute; the price list states {@code Custom Model Unit per Min}. */
  ACTIVE_COPY(
      "active-copy", "CMU-minute", "Inference", "(custom model unit|cmu)( per |-|/)min(ute)?s?"),
  /**
   * Storage, by the month. The only unit by the month in AWS's price list of Amazon Bedrock is
   * {@code Model/month}; the price is documented as that of a custom model unit.
   */
  STORAGE("storage", "CMU-month", "Storage", "(custom model unit|cmu|model)( per |-|/)months?");

  private final String key;
  private final String unit;
  private final String usage;
  private final Pattern listedUnit;

  Charge(String key, String unit, String usage, String listedUnit) {
    this.key = key;
    this.unit = unit;
    this.usage = usage;
    this.listedUnit = Pattern.compile(listedUnit, Pattern.CASE_INSENSITIVE);
  }

  /** The name in the price file and in outputs: {@code active-copy}. */
  public String key() {
    return key;
  }

  /** What its price is for: {@code CMU-minute}. */
  public String unit() {
    return unit;
  }

  /** Whether a unit of AWS's price list is that of this charge. */
  boolean isPer(String unitInList) {
    return listedUnit.matcher(unitInList).matches();
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
