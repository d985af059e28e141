/**
 * The command line: arguments come in, the shared module or the local system is called, data goes
 * to stdout and everything else to stderr.
 */
@NullMarked
package dev.bedrockinventory.cli;

import org.jspecify.annotations.NullMarked;
