package dev.bedrockinventory.infra.construct;

import software.amazon.awscdk.CfnResource;
import software.constructs.Construct;

/**
 * The logical ids of what holds state, or what others know: CloudFormation replaces what changes
 * its id.
 */
public final class LogicalIds {
  /** The name of a stack among the resource types that can be tagged. */
  public static final String STACK_TYPE = "aws:cdk:stack";

  private LogicalIds() {}

  /** Gives a resource this id, wherever its construct will stand. */
  public static void freeze(Construct resource, String id) {
    if (resource.getNode().getDefaultChild() instanceof CfnResource template) {
      template.overrideLogicalId(id);
    } else {
      throw new IllegalArgumentException(id + " is no single resource");
    }
  }

  /** Leaves the path of a resource's construct out of the template, where it changes with it. */
  public static void forgetPath(Construct resource) {
    if (resource.getNode().getDefaultChild() instanceof CfnResource template) {
      template.addDeletionOverride("Metadata");
    }
  }
}
