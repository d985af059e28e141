/**
 * What every command needs: the process around it, its exit codes and its two kinds of error; every
 * other package of the command line uses it.
 */
@NullMarked
package dev.bedrockinventory.cli.context;

import org.jspecify.annotations.NullMarked;
