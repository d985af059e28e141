package dev.bedrockinventory.cost;

import dev.bedrockinventory.model.Document;
import java.util.Optional;

/**
 * The custom model units of an imported model.
 *
 * @param perCopy how many each active copy has, at least 1
 * @param version the version of the unit, such as {@code v1.0}; absent if it is not known
 */
public record UnitCount(int perCopy, Optional<String> version) {
  /**
   * The units of a document; absent if it does not contain a positive number. {@code
   * GetImportedModel} returns them only to SDKs of 2025-03-21 or later.
   */
  static Optional<UnitCount> of(Document document) {
    var units = document.tree().path("customModelUnits");
    var perCopy = units.path("customModelUnitsPerModelCopy");
    var version =
        Optional.ofNullable(units.path("customModelUnitsVersion").textValue())
            .filter(text -> !text.isEmpty());
    return perCopy.isIntegralNumber() && perCopy.canConvertToInt() && perCopy.intValue() > 0
        ? Optional.of(new UnitCount(perCopy.intValue(), version))
        : Optional.empty();
  }
}
