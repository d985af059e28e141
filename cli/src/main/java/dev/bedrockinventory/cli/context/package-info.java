/**
 * What every command needs: the process around it, its exit codes, and the errors of wrong usage
 * and of a failed command; every other package of the command line uses it.
 */
@NullMarked
package dev.bedrockinventory.cli.context;

import org.jspecify.annotations.NullMarked;
