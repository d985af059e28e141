/** Tests that settings are read, and that what is wrong with them is said. */
@NullMarked
package dev.bedrockinventory.settings;

import org.jspecify.annotations.NullMarked;
