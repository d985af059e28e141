/** One class for each command; the command line calls them. */
@NullMarked
package dev.bedrockinventory.cli.command;

import org.jspecify.annotations.NullMarked;
