package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.query.Coverage;
import dev.bedrockinventory.query.Geography;
import dev.bedrockinventory.query.Resource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What needs attention.
 *
 * @param items one sentence each, which shows what it counts
 */
public record AttentionList(List<Action> items) {
  /** Copies the list. */
  public AttentionList {
    items = List.copyOf(items);
  }

  static AttentionList of(
      Coverage coverage, Collection<Resource> resources, DashboardRequest request) {
    var shown = request.parameters();
    return new AttentionList(
        Stream.of(
                item(
                    coverage.scopes().stream()
                        .filter(entry -> Notice.isWrong(entry, request))
                        .count(),
                    "scope that is incomplete or old",
                    "scopes that are incomplete or old",
                    shown.scopesIn(View.COVERAGE),
                    request),
                item(
                    resources.stream().filter(AttentionList::isUntagged).count(),
                    "application profile without tags",
                    "application profiles without tags",
                    shown
                        .scopesIn(View.INVENTORY)
                        .with(ViewParameter.KIND, Kind.APPLICATION_INFERENCE_PROFILE.label())
                        .with(ViewParameter.TAGGED, "no"),
                    request),
                item(
                    resources.stream()
                        .filter(resource -> !Geography.isGlobal(resource))
                        .filter(Geography::isLeft)
                        .count(),
                    "profile that leaves its geography",
                    "profiles that leave their geography",
                    shown.scopesIn(View.MODELS),
                    request),
                item(
                    coverage.unmodeled().size(),
                    "unmodeled member of the API",
                    "unmodeled members of the API",
                    shown.scopesIn(View.COVERAGE),
                    request))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<Action> item(
      long count, String one, String many, Parameters shown, DashboardRequest request) {
    return count == 0
        ? Optional.empty()
        : Optional.of(request.action(CountText.of(count, one, many), shown));
  }

  private static boolean isUntagged(Resource resource) {
    return resource.scope().kind() == Kind.APPLICATION_INFERENCE_PROFILE
        && resource.head().document().tags().isEmpty();
  }
}
