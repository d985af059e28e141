/**
 * The only order of things: read the scope, look, compare, record, store the digest; it owns the
 * ports that look ({@code Source}) and keep ({@code Ledger}), and handlers and commands call it.
 */
@NullMarked
package dev.bedrockinventory.sweep;

import org.jspecify.annotations.NullMarked;
