package dev.bedrockinventory.infra.member;

import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.ICfnConditionExpression;
import software.amazon.awscdk.Stack;

/** Which of an account's regions get what, since one template serves all accounts and regions. */
public final class MemberConditions {
  private final Stack stack;
  private final CfnCondition home;
  private final CfnCondition homeOfMember;
  private final CfnCondition sendsEvents;

  public MemberConditions(Stack stack, MemberParameters inputs) {
    this.stack = stack;
    var isHome = Fn.conditionEquals(stack.getRegion(), inputs.homeRegion());
    var isHubAccount = Fn.conditionEquals(stack.getAccount(), inputs.hubAccount());
    var hubRegion = Fn.select(3, Fn.split(":", inputs.hubBusArn()));
    var isHubRegion = Fn.conditionEquals(stack.getRegion(), hubRegion);
    home = condition("Home", isHome);
    homeOfMember =
        condition("HomeOfMember", Fn.conditionAnd(isHome, Fn.conditionNot(isHubAccount)));
    var isBesideHub = Fn.conditionAnd(isHubAccount, isHubRegion);
    var isForeign = Fn.conditionAnd(Fn.conditionNot(isHubAccount), inputs.isOfNoOrganization());
    sendsEvents =
        condition(
            "SendsEvents",
            Fn.conditionAnd(Fn.conditionNot(isBesideHub), Fn.conditionNot(isForeign)));
  }

  /** Where an account's roles are made: what is global must be made once. */
  public CfnCondition home() {
    return home;
  }

  /** Where the reading role is made: not in the hub's account, which its functions' roles read. */
  public CfnCondition homeOfMember() {
    return homeOfMember;
  }

  /**
   * Where events are sent from: not from beside the hub, which has rules of its own, and not from
   * other accounts without an organization, since the hub's bus takes no other events. EventBridge
   * refuses a rule whose target it may not send to.
   */
  public CfnCondition sendsEvents() {
    return sendsEvents;
  }

  private CfnCondition condition(String id, ICfnConditionExpression expression) {
    return CfnCondition.Builder.create(stack, id).expression(expression).build();
  }
}
