/** The rules that hold for every package of the shared module. */
@NullMarked
package dev.bedrockinventory;

import org.jspecify.annotations.NullMarked;
