package dev.bedrockinventory.cost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Adds a listed price to the earlier prices with the same subject; it removes none of them. */
final class PriceMerge {
  private PriceMerge() {}

  /**
   * The history with the price. If it contradicts a reading of the same day that the history has,
   * the history is unchanged.
   *
   * @param history the earlier prices with the same subject, oldest first
   * @param listed the price; its source stated it on its last day
   */
  static List<Price> of(List<Price> history, Price listed) {
    var merged = new ArrayList<>(history);
    var index = lastSince(history, listed.read());
    if (index < 0) {
      merged.add(listed);
      return merged;
    }
    var earlier = history.get(index);
    if (earlier.money().equals(listed.money())) {
      merged.set(index, confirmed(history, index, listed));
    } else if (earlier.read().isBefore(listed.since())) {
      merged.add(listed);
    } else if (earlier.since().isBefore(listed.read())) {
      addContradicting(merged, index, listed);
    }
    return merged;
  }

  /** The same price for more days: back to the listed start, if no other was read after it. */
  private static Price confirmed(List<Price> history, int index, Price listed) {
    var price = history.get(index);
    var isOtherRead = index > 0 && !history.get(index - 1).read().isBefore(listed.since());
    var since =
        isOtherRead || price.since().isBefore(listed.since()) ? price.since() : listed.since();
    return listed.read().isBefore(price.read())
        ? price.with(since, price.read(), price.source())
        : price.with(since, listed.read(), listed.source());
  }

  /**
   * Another price was read after the listed start. So the listed one holds from its publication,
   * and until the other was read again, if it was.
   */
  private static void addContradicting(List<Price> prices, int index, Price listed) {
    var other = prices.get(index);
    var day = listed.read();
    if (other.read().isAfter(day)) {
      prices.set(index, other.with(other.since(), day.minusDays(1), other.source()));
      var isLast = index + 1 == prices.size();
      if (isLast || other.read().isBefore(prices.get(index + 1).since())) {
        prices.add(other.with(other.read(), other.read(), other.source()));
      }
    }
    prices.add(listed.with(day, day, listed.source()));
  }

  private static int lastSince(List<Price> history, LocalDate day) {
    var last = -1;
    for (var index = 0; index < history.size(); index++) {
      if (!history.get(index).since().isAfter(day)) {
        last = index;
      }
    }
    return last;
  }
}
