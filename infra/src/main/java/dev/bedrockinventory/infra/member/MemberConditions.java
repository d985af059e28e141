package dev.bedrockinventory.infra.member;

import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.ICfnConditionExpression;
import software.amazon.awscdk.Stack;

/** The conditions for which resources are created in which accounts and regions. */
final class MemberConditions {
  private final Stack stack;
  private final CfnCondition home;
  private final CfnCondition homeOfMember;
  private final CfnCondition sendsEvents;

  MemberConditions(Stack stack, MemberParameters parameters) {
    this.stack = stack;
    var isHome = Fn.conditionEquals(stack.getRegion(), parameters.homeRegion());
    var isHubAccount = Fn.conditionEquals(stack.getAccount(), parameters.hubAccount());
    var hubRegion = Fn.select(3, Fn.split(":", parameters.hubBusArn()));
    var isHubRegion = Fn.conditionEquals(stack.getRegion(), hubRegion);
    home = condition("Home", isHome);
    homeOfMember =
        condition("HomeOfMember", Fn.conditionAnd(isHome, Fn.conditionNot(isHubAccount)));
    var isHub = Fn.conditionAnd(isHubAccount, isHubRegion);
    var isRejected = Fn.conditionAnd(Fn.conditionNot(isHubAccount), parameters.hasNoOrganization());
    sendsEvents =
        condition(
            "SendsEvents", Fn.conditionAnd(Fn.conditionNot(isHub), Fn.conditionNot(isRejected)));
  }

  /** The home region: an account's roles are global and must be created only once. */
  CfnCondition home() {
    return home;
  }

  /** The home region of a member: in the hub account the functions read with their own roles. */
  CfnCondition homeOfMember() {
    return homeOfMember;
  }

  /**
   * Where events are sent to the hub bus: not in the account and region of the hub, which has its
   * own rules, and not in other accounts without an organization, since the hub bus does not accept
   * their events. EventBridge rejects a rule that may not send to its target.
   */
  CfnCondition sendsEvents() {
    return sendsEvents;
  }

  private CfnCondition condition(String id, ICfnConditionExpression expression) {
    return CfnCondition.Builder.create(stack, id).expression(expression).build();
  }
}
