package dev.bedrockinventory.cost;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Instants;
import java.time.Instant;
import java.util.List;

/** The JSON output of the commands {@code cost} and {@code prices}; docs/cli.md documents it. */
public final class CostJson {
  private CostJson() {}

  /** {@code {"estimate":true,"currency":"USD","at","models":[…],"sum"}}. */
  public static ObjectNode of(Instant at, List<ObjectNode> models, CostSum sum) {
    var tree = frame(at);
    tree.putArray("models").addAll(models);
    tree.set("sum", of(sum));
    return tree;
  }

  /** {@code {"estimate":true,"currency":"USD","at","sum"}}, after the lines of the models. */
  public static ObjectNode of(Instant at, CostSum sum) {
    return frame(at).set("sum", of(sum));
  }

  private static ObjectNode frame(Instant at) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("estimate", true)
        .put("currency", "USD")
        .put("at", Instants.text(at));
  }

  /** {@code {"arn","name","account","region",…,"hourly"?,"storageMonthly"?,"missing","steps"}}. */
  public static ObjectNode of(ModelCost cost, UnitHistory history) {
    var resource = cost.resource();
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("arn", resource.head().arn().text())
            .put("name", cost.name())
            .put("account", resource.scope().account())
            .put("region", resource.scope().region());
    cost.architecture().ifPresent(architecture -> tree.put("architecture", architecture));
    cost.family().ifPresent(family -> tree.put("family", family));
    cost.units().ifPresent(units -> units(tree, units));
    estimate(tree, "hourly", cost.hourly());
    estimate(tree, "alwaysOnMonthly", cost.alwaysOn());
    estimate(tree, "storageMonthly", cost.storage());
    var missing = tree.putArray("missing");
    cost.missing().forEach(missing::add);
    tree.putArray("steps").addAll(history.steps().stream().map(CostJson::step).toList());
    if (history.hasEarlier()) {
      tree.put("earlierSteps", true);
    }
    return tree;
  }

  /** {@code {"models","units","hourly","alwaysOnMonthly","storageMonthly",…}}, in US dollars. */
  private static ObjectNode of(CostSum sum) {
    var tree =
        JsonNodeFactory.instance.objectNode().put("models", sum.models()).put("units", sum.units());
    tree.put("hourly", sum.hourly().dollars())
        .put("alwaysOnMonthly", sum.alwaysOn().dollars())
        .put("storageMonthly", sum.storage().dollars())
        .put("hourlyMissing", sum.hourlyMissing())
        .put("storageMissing", sum.storageMissing());
    sum.oldest().ifPresent(day -> tree.put("oldestPrice", day.toString()));
    sum.newest().ifPresent(day -> tree.put("newestPrice", day.toString()));
    return tree;
  }

  /** {@code {"charge","per","region","family","unitsVersion","usd","since","read","source"}}. */
  public static ObjectNode of(Price price) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("charge", price.charge().key())
        .put("per", price.charge().unit())
        .put("region", price.region())
        .put("family", price.family())
        .put("unitsVersion", price.unitsVersion())
        .put("usd", price.money().dollars())
        .put("since", price.since().toString())
        .put("read", price.read().toString())
        .put("source", price.source());
  }

  private static void units(ObjectNode tree, UnitCount units) {
    tree.put("units", units.perCopy());
    units.version().ifPresent(version -> tree.put("unitsVersion", version));
  }

  private static void estimate(ObjectNode tree, String member, Estimate estimate) {
    if (estimate instanceof Estimate.Priced(var money, var price)) {
      tree.putObject(member)
          .put("usd", money.dollars())
          .put("price", price.money().dollars())
          .put("priceSince", price.since().toString())
          .put("priceRead", price.read().toString());
    }
  }

  private static ObjectNode step(UnitStep step) {
    var tree = JsonNodeFactory.instance.objectNode().put("since", Instants.text(step.since()));
    step.units().ifPresent(units -> units(tree, units));
    if (step.isDeleted()) {
      tree.put("deleted", true);
    }
    step.difference().ifPresent(money -> tree.put("alwaysOnMonthlyDifference", money.dollars()));
    return tree;
  }
}
