package dev.bedrockinventory.infra.construct;

import software.amazon.awscdk.CfnResource;
import software.constructs.Construct;

/**
 * Fixed logical ids for resources that hold state or that others refer to: CloudFormation replaces
 * a resource if its logical id changes.
 */
public final class LogicalIds {
  /** The CDK's resource type of a stack, for the exclusion from tags. */
  public static final String STACK_TYPE = "aws:cdk:stack";

  private LogicalIds() {}

  /** Sets the logical id of a resource, independently of the path of its construct. */
  public static void freeze(Construct resource, String id) {
    if (resource.getNode().getDefaultChild() instanceof CfnResource template) {
      template.overrideLogicalId(id);
    } else {
      throw new IllegalArgumentException(id + ": the construct is not a single resource");
    }
  }

  /** Removes the construct path from the template: it changes if the construct is moved. */
  public static void removePath(Construct resource) {
    if (resource.getNode().getDefaultChild() instanceof CfnResource template) {
      template.addDeletionOverride("Metadata");
    }
  }
}
