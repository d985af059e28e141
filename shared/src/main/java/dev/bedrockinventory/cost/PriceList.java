package dev.bedrockinventory.cost;

import java.util.List;

/**
 * The prices of Custom Model Import in AWS's price list.
 *
 * @param prices the prices
 * @param leftOut the products that have no usable price, each with the reason
 */
public record PriceList(List<Price> prices, List<String> leftOut) {
  /** Copies the lists. */
  public PriceList {
    prices = List.copyOf(prices);
    leftOut = List.copyOf(leftOut);
  }
}
