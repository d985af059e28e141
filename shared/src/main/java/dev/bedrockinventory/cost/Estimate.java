package dev.bedrockinventory.cost;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** An estimated cost, or why there is none. */
public sealed interface Estimate {
  /**
   * A cost.
   *
   * @param money the cost
   * @param price the price that it was computed from
   */
  record Priced(Money money, Price price) implements Estimate {}

  /**
   * No cost, since a part is missing.
   *
   * @param reason the missing part, in words
   */
  record Unpriced(String reason) implements Estimate {}

  /** The cost, if there is one. */
  default Optional<Money> findMoney() {
    return switch (this) {
      case Priced priced -> Optional.of(priced.money());
      case Unpriced _ -> Optional.empty();
    };
  }

  /** The price, if there is one. */
  default Optional<Price> findPrice() {
    return switch (this) {
      case Priced priced -> Optional.of(priced.price());
      case Unpriced _ -> Optional.empty();
    };
  }

  /** The missing part, if there is one. */
  default Optional<String> findMissing() {
    return switch (this) {
      case Priced _ -> Optional.empty();
      case Unpriced unpriced -> Optional.of(unpriced.reason());
    };
  }

  /** The same with the cost computed further. */
  default Estimate map(UnaryOperator<Money> further) {
    return switch (this) {
      case Priced priced -> new Priced(further.apply(priced.money()), priced.price());
      case Unpriced unpriced -> unpriced;
    };
  }
}
