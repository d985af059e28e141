package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Route;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of a route: the regions as a sorted list; that of a global destination is empty. */
final class RouteItem implements Codec<Route> {
  @Override
  public Map<String, AttributeValue> encode(Route route) {
    var regions = route.regions().stream().map(AttributeValue::fromS).toList();
    return new ItemWriter(ItemKey.route(route.modelId(), route.profile()))
        .attribute(AttributeNames.REGIONS, AttributeValue.fromL(regions))
        .build();
  }

  @Override
  public Route decode(Map<String, AttributeValue> item) {
    var reader = new ItemReader(item);
    return new Route(
        reader.key().pk().substring(Keys.routes("").length()),
        reader.value(TableLayout.SORT_KEY, reader.key().sk(), Arn::new),
        new TreeSet<>(reader.texts(AttributeNames.REGIONS)));
  }
}
