/**
 * The CDK app: the context of {@code cdk.json} comes in, the CloudFormation templates of the home
 * account and of member accounts go out; the CDK command line starts it.
 *
 * <p>Names shared with the functions come from module {@code shared}. No construct reads the
 * environment. The permissions of each role are listed beside the function that needs them.
 */
@NullMarked
package dev.bedrockinventory.infra;

import org.jspecify.annotations.NullMarked;
