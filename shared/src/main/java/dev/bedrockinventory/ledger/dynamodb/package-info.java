/** The ledger's store in a DynamoDB table; the commands, functions and tests on a table open it. */
@NullMarked
package dev.bedrockinventory.ledger.dynamodb;

import org.jspecify.annotations.NullMarked;
