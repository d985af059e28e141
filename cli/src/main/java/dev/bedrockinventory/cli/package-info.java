/**
 * The command line: takes arguments, calls the shared module or the local system, prints data on
 * stdout and all else on stderr.
 */
@NullMarked
package dev.bedrockinventory.cli;

import org.jspecify.annotations.NullMarked;
