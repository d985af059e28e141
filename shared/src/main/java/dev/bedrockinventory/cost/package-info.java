/**
 * What imported models cost: their documents and a file of list prices come in, estimates go out;
 * the commands {@code cost} and {@code prices} and the Cost view of the dashboards call it.
 */
@NullMarked
package dev.bedrockinventory.cost;

import org.jspecify.annotations.NullMarked;
