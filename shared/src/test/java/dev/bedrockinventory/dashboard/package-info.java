@NullMarked
package dev.bedrockinventory.dashboard;

import org.jspecify.annotations.NullMarked;
