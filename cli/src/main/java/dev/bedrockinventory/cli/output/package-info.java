/** Results and reports come in, text, tables and JSON go out; the commands print with it. */
@NullMarked
package dev.bedrockinventory.cli.output;

import org.jspecify.annotations.NullMarked;
