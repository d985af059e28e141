package dev.bedrockinventory.cost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Adds a listed price to the history of the prices for the same. */
final class PriceMerge {
  private PriceMerge() {}

  /**
   * The history with the price.
   *
   * @param history the earlier prices for the same, oldest first
   * @param listed the price; its source stated it on its last day
   */
  static List<Price> of(List<Price> history, Price listed) {
    var merged = new ArrayList<>(history);
    var until = listed.read();
    var index = lastSince(history, until);
    if (index >= 0 && history.get(index).money().equals(listed.money())) {
      merged.set(index, confirmed(history, index, listed));
      return merged;
    }
    // Another price held in between, so that this one holds only since its list was published.
    var isContradicted = index >= 0 && !history.get(index).since().isBefore(listed.since());
    var since = isContradicted ? until : listed.since();
    merged.removeIf(price -> price.since().equals(since));
    merged.add(listed.with(since, until, listed.source()));
    return merged;
  }

  /** The same price, known for more days: back to the listed one, not beyond the previous price. */
  private static Price confirmed(List<Price> history, int index, Price listed) {
    var price = history.get(index);
    var isBeforePrevious = index > 0 && !history.get(index - 1).since().isBefore(listed.since());
    var since =
        isBeforePrevious || price.since().isBefore(listed.since()) ? price.since() : listed.since();
    return listed.read().isBefore(price.read())
        ? price.with(since, price.read(), price.source())
        : price.with(since, listed.read(), listed.source());
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
