package dev.bedrockinventory.cost;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An exact amount of US dollars; it may be negative.
 *
 * @param dollars the amount, without trailing zeros
 */
public record Money(BigDecimal dollars) {
  /** No dollars. */
  public static final Money ZERO = new Money(BigDecimal.ZERO);

  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,15})?");

  /** Removes trailing zeros, so that equal amounts are equal. */
  public Money {
    dollars = dollars.stripTrailingZeros();
  }

  /** The amount that a plain decimal number such as {@code 0.05718} means. */
  public static Optional<Money> find(String decimal) {
    return DECIMAL.matcher(decimal).matches()
        ? Optional.of(new Money(new BigDecimal(decimal)))
        : Optional.empty();
  }

  /** The sum. */
  public Money plus(Money other) {
    return new Money(dollars.add(other.dollars));
  }

  /** The difference. */
  public Money minus(Money other) {
    return new Money(dollars.subtract(other.dollars));
  }

  /** The amount so many times. */
  public Money times(long count) {
    return new Money(dollars.multiply(BigDecimal.valueOf(count)));
  }

  /** The number alone, with all its digits: {@code 0.05718}. */
  public String exact() {
    return dollars.toPlainString();
  }

  /** The amount rounded to a cent: {@code $1,234.50} or {@code -$0.25}. */
  public String text() {
    return (dollars.signum() < 0 ? "-" : "") + String.format(Locale.ROOT, "$%,.2f", dollars.abs());
  }

  /** The same with a sign: {@code +$1,234.50}. */
  public String signed() {
    return dollars.signum() < 0 ? text() : "+" + text();
  }
}
