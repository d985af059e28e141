/**
 * The clients of AWS Organizations and STS come in; the accounts of the organization and the
 * credentials for each account go out. The functions and the command line call it.
 */
@NullMarked
package dev.bedrockinventory.account;

import org.jspecify.annotations.NullMarked;
