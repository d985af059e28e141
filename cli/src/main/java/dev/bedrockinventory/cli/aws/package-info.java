/** Options come in, AWS clients and open ledgers go out; the commands call it. */
@NullMarked
package dev.bedrockinventory.cli.aws;

import org.jspecify.annotations.NullMarked;
