/**
 * Builders of AWS clients come in, clients with the project's HTTP client and retries go out, with
 * what calls them in parallel and keeps the clients of many accounts; the functions and the command
 * line call it.
 */
@NullMarked
package dev.bedrockinventory.aws;

import org.jspecify.annotations.NullMarked;
