/** Tests of the settings and of the messages about invalid ones. */
@NullMarked
package dev.bedrockinventory.settings;

import org.jspecify.annotations.NullMarked;
