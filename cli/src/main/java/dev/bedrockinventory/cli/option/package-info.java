/** Arguments come in, checked values go out; the commands mix these options in. */
@NullMarked
package dev.bedrockinventory.cli.option;

import org.jspecify.annotations.NullMarked;
