package dev.bedrockinventory.verify;

import dev.bedrockinventory.ledger.ItemKey;

/**
 * A problem with one item of the ledger.
 *
 * @param item the item, which may be missing
 * @param problem what is wrong, in one line
 */
public record Finding(ItemKey item, String problem) {}
