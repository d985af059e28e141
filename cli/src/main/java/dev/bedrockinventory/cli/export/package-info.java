/** What {@code export} writes, in which formats, to stdout or into a new file. */
@NullMarked
package dev.bedrockinventory.cli.export;

import org.jspecify.annotations.NullMarked;
