package dev.bedrockinventory.ledger;

/**
 * The name of one item of the table.
 *
 * @param pk the partition key
 * @param sk the sort key
 */
public record ItemKey(String pk, String sk) {
  /** The name as messages and reports write it. */
  @Override
  public String toString() {
    return pk + " / " + sk;
  }
}
