/**
 * The protocol of sweeps: read the scope item, observe, compare, record, store the digest; and that
 * of refreshes, which read the resources of CloudTrail's events and of import jobs. It owns the
 * ports that read ({@code Source}) and store ({@code Ledger}); handlers and commands call it.
 */
@NullMarked
package dev.bedrockinventory.sweep;

import org.jspecify.annotations.NullMarked;
