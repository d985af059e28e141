package dev.bedrockinventory.infra.member;

import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnResource;
import software.constructs.Construct;

/** Resources that are created in some accounts and regions only. */
final class Conditional {
  private Conditional() {}

  /** Makes all resources of a construct depend on a condition. */
  static void on(CfnCondition condition, Construct construct) {
    construct
        .getNode()
        .findAll()
        .forEach(part -> {
          if (part instanceof CfnResource resource) {
            resource.getCfnOptions().setCondition(condition);
          }
        });
  }
}
