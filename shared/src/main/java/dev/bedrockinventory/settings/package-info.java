/**
 * The names and the parsing of every setting: environment variables and the target parameters
 * become validated values, or messages that explain how to fix them; called by the functions, and
 * by the infrastructure for the names.
 *
 * <h2>Targets</h2>
 *
 * <p>The accounts and regions to inventory are SSM parameters directly under one path, so that
 * adding an account needs no deployment. Each holds JSON:
 *
 * <ul>
 *   <li>{@code <path>/defaults}: the options that all accounts share, an object such as {@code
 *       {"regions":["us-east-1","eu-central-1"],"roleName":"BedrockInventoryReader"}}. Without it,
 *       or without one of its members, the functions' own region and that role name are used.
 *   <li>Any other name, such as {@code <path>/accounts}: a list of accounts. An element is an
 *       account id in quotes, or an object with {@code account} and the account's own {@code
 *       regions}, {@code roleName} or both, such as {@code
 *       ["111122223333",{"account":"444455556666","regions":["us-west-2"]}]}.
 *   <li>An element may also stand for accounts of the organization: {@code "organization"} for all
 *       of them, or an object such as {@code
 *       {"organization":["ou-a1b2-c3d4e5f6"],"except":["444455556666"]}} for those of
 *       organizational units, {@code "all"} for all. The functions list these accounts; this
 *       package calls nothing.
 * </ul>
 *
 * <p>{@code "here"} means the functions' own account in a list of accounts, and for their own
 * region in a list of regions. A parameter holds 4 KB: some 260 account ids; put more into another
 * parameter.
 */
@NullMarked
package dev.bedrockinventory.settings;

import org.jspecify.annotations.NullMarked;
