/**
 * The values that every other package speaks in: what exists, what was seen of it and what was
 * recorded about it; nothing here looks, decides or stores.
 */
@NullMarked
package dev.bedrockinventory.model;

import org.jspecify.annotations.NullMarked;
