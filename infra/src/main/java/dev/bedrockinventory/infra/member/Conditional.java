package dev.bedrockinventory.infra.member;

import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnResource;
import software.constructs.Construct;

/** Resources that are made in some accounts and regions only. */
public final class Conditional {
  private Conditional() {}

  /** Makes all resources of a construct depend on a condition. */
  public static void on(CfnCondition condition, Construct construct) {
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
