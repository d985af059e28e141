package dev.bedrockinventory.verify;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.query.Filter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares the routes to one model with the heads of the profiles, in both directions. */
final class RouteCheck {
  private static final int READS = 3;

  private final LedgerReader reader;
  private final Filter filter;
  private final VerificationState verification;
  private final Consumer<Arn> profiles;

  /**
   * A check of the admitted scopes.
   *
   * @param profiles receives each profile that has a route
   */
  RouteCheck(
      LedgerReader reader, Filter filter, VerificationState verification, Consumer<Arn> profiles) {
    this.reader = reader;
    this.filter = filter;
    this.verification = verification;
    this.profiles = profiles;
  }

  /** Compares the routes to one model. */
  void model(String modelId) {
    var expected = verification.routes(modelId);
    for (var stored : reader.routes(modelId).toList()) {
      verification.found(stored);
      stored.readable().ifPresent(route -> actual(stored.key(), route, expected));
    }
    for (var missing : expected.keySet()) {
      if (isWrong(modelId, missing)) {
        verification.found(
            ItemKey.route(modelId, missing), "is missing, though its profile has a head");
      }
    }
  }

  private void actual(ItemKey key, Route route, Map<Arn, Route> expected) {
    var profile = route.profile();
    if (profile.scope().filter(scope -> !filter.admits(scope)).isPresent()) {
      return;
    }
    profiles.accept(profile);
    var head = Optional.ofNullable(expected.remove(profile));
    if (head.filter(route::equals).isEmpty() && isWrong(route.modelId(), profile)) {
      verification.found(
          key,
          head.isPresent()
              ? "its regions differ from those of its profile's head"
              : "no head of its profile routes to the model");
    }
  }

  /** Reads both again: they may have changed between the two reads. */
  private boolean isWrong(String modelId, Arn profile) {
    for (var read = 0; read < READS; read++) {
      var head = profile.scope().flatMap(scope -> reader.findHead(scope, profile));
      if (head.isPresent() && head.get().readable().isEmpty()) {
        return false;
      }
      var expected = head.flatMap(StoredItem::readable).flatMap(live -> route(modelId, live));
      var actual = reader.findRoute(modelId, profile).flatMap(StoredItem::readable);
      if (expected.equals(actual)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Route> route(String modelId, Head head) {
    return Route.of(head.arn(), head.document()).stream()
        .filter(route -> route.modelId().equals(modelId))
        .findFirst();
  }
}
