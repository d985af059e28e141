/**
 * The demo: a scenario of steps, run through the local deployment and narrated; the command demo
 * calls it.
 */
@NullMarked
package dev.bedrockinventory.cli.demo;

import org.jspecify.annotations.NullMarked;
