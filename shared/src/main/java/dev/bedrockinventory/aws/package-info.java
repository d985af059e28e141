/**
 * Builders of AWS clients come in, clients with the project's HTTP client and retries go out; the
 * functions and the command line call it.
 */
@NullMarked
package dev.bedrockinventory.aws;

import org.jspecify.annotations.NullMarked;
