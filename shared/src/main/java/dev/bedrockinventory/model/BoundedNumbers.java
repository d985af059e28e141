package dev.bedrockinventory.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Creates JSON nodes of all numbers that can be written and read again; refuses those whose digits
 * or exponents would exceed the reader's own limits once written.
 */
final class BoundedNumbers extends JsonNodeFactory {
  /** The longest number that the reader takes. */
  static final int MOST_LETTERS = 10_000;

  private static final long serialVersionUID = 1L;
  private static final int MOST_DIGITS = 9_000;
  private static final int MOST_EXPONENT = 1_000_000;

  @Override
  public ValueNode numberNode(BigDecimal number) {
    if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_EXPONENT) {
      throw new NumberFormatException("a number with too many digits");
    }
    return super.numberNode(number);
  }

  @Override
  public ValueNode numberNode(BigInteger number) {
    if (new BigDecimal(number).precision() > MOST_DIGITS) {
      throw new NumberFormatException("a number with too many digits");
    }
    return super.numberNode(number);
  }
}
