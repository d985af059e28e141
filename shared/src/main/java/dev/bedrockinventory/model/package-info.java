/**
 * The values that all other packages use: resources, observations and records; without any logic
 * that reads, decides or stores.
 */
@NullMarked
package dev.bedrockinventory.model;

import org.jspecify.annotations.NullMarked;
