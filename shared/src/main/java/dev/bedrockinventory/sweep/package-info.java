/**
 * The protocol: read the scope item, observe, compare, record, store the digest; it owns the ports
 * that read ({@code Source}) and store ({@code Ledger}), and handlers and commands call it.
 */
@NullMarked
package dev.bedrockinventory.sweep;

import org.jspecify.annotations.NullMarked;
