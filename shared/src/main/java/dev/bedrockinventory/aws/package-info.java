/**
 * Builders of AWS clients and the network settings of the environment come in, clients with the
 * project's HTTP client, proxies, certificates and retries go out, with what calls them in parallel
 * and keeps the clients of many accounts; the functions and the command line call it.
 */
@NullMarked
package dev.bedrockinventory.aws;

import org.jspecify.annotations.NullMarked;
