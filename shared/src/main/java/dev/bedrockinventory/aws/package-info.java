/**
 * Builders of AWS clients and the network settings of the environment come in; clients with the
 * project's HTTP client, proxies, certificates and retries go out. Classes for parallel calls and
 * for the clients of many accounts are here too. The functions and the command line call it.
 */
@NullMarked
package dev.bedrockinventory.aws;

import org.jspecify.annotations.NullMarked;
