/**
 * The deployment: takes the context of {@code cdk.json} and makes the CloudFormation templates of
 * the whole system and of what further accounts and regions get; called by the CDK through the
 * launcher.
 *
 * <p>Its constructs are the rooms of the house: {@code Ledger}, {@code Targets}, {@code Plan},
 * {@code Sweeps}, {@code Events}, {@code Refreshes}, {@code Feed} and {@code Watch}. Names that the
 * functions know too come from the shared module. No construct reads the environment, and each
 * role's statements are written out beside the function that needs them.
 */
@NullMarked
package dev.bedrockinventory.infra;

import org.jspecify.annotations.NullMarked;
