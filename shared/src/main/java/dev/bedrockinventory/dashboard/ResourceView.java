package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.query.Excerpt;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.Resource;
import dev.bedrockinventory.query.ResourceFinder;
import dev.bedrockinventory.query.ResourceNameReader;
import dev.bedrockinventory.verify.Verifier;
import java.util.List;
import java.util.Optional;

/** One resource, live or deleted, with its history. */
public final class ResourceView {
  private final LedgerReader reader;
  private final DashboardRequest request;
  private final ResourceNameReader names;
  private final ChangeRows rows;

  ResourceView(LedgerReader reader, DashboardRequest request) {
    this.reader = reader;
    this.request = request;
    this.names = new ResourceNameReader(reader);
    this.rows = new ChangeRows(names, request);
  }

  /**
   * The model of the template.
   *
   * @param header what the resource is
   * @param chain whether its chain is unbroken
   * @param copiedFrom the source of a copied profile, if it is known
   * @param copies the profiles that were copied from it
   * @param destinations where requests may go; empty if it is not a profile
   * @param timeline the revisions
   * @param attempts the last calls that were refused
   * @param attemptsLeftOut how many more there are
   * @param versus two revisions to compare, absent if there is only one
   */
  public record Model(
      Header header,
      ChainStatus chain,
      Optional<Source> copiedFrom,
      CopyList copies,
      List<Destination> destinations,
      Timeline timeline,
      List<Attempt> attempts,
      int attemptsLeftOut,
      Optional<Versus> versus) {
    /** Copies the lists. */
    public Model {
      destinations = List.copyOf(destinations);
      attempts = List.copyOf(attempts);
    }
  }

  /**
   * What the resource is.
   *
   * @param name its name
   * @param arn its ARN
   * @param account its account
   * @param region its region
   * @param kind its kind
   * @param firstSeen when it was first observed
   * @param deleted when its deletion was observed, absent while it exists
   */
  public record Header(
      String name,
      String arn,
      String account,
      String region,
      String kind,
      String firstSeen,
      Optional<String> deleted) {}

  /**
   * The source of a copy.
   *
   * @param name its name or ARN
   * @param shown shows it, absent if it is not a resource of the inventory
   */
  public record Source(String name, Optional<Action> shown) {}

  /**
   * Two revisions to compare.
   *
   * @param form selects them
   * @param comparison their differences, absent if one of them cannot be read
   */
  public record Versus(ComparisonForm form, Optional<RevisionComparison> comparison) {}

  /**
   * The model of the template of a resource that is not known.
   *
   * @param title the heading
   * @param text what is wrong
   * @param show sends the form with an ARN
   * @param others views that show resources
   */
  public record Unknown(String title, String text, Action show, List<Action> others) {
    /** Copies the list. */
    public Unknown {
      others = List.copyOf(others);
    }
  }

  Fragment fragment() {
    var arn = request.parameters().find(ViewParameter.RESOURCE).map(Arn::new);
    if (arn.isEmpty()) {
      return unknown("Which resource?", "Enter the ARN of a profile or of an imported model.");
    }
    return find(arn.get())
        .map(this::known)
        .orElseGet(() ->
            unknown(
                "This resource is not in the ledger",
                "No sweep has observed %s.".formatted(Excerpt.of(arn.get().text()))));
  }

  private Optional<Resource> find(Arn arn) {
    if (arn.scope().isEmpty()) {
      return Optional.empty();
    }
    return switch (new ResourceFinder(reader).find(arn.text(), Filter.ALL)) {
      case ResourceFinder.Match.One(var resource) -> Optional.of(resource);
      case ResourceFinder.Match.None _, ResourceFinder.Match.Several _ -> Optional.empty();
    };
  }

  private Fragment unknown(String title, String text) {
    return new Fragment(
        "unknown.jte",
        new Unknown(
            title,
            text,
            request.applying("Show", Parameters.of(View.RESOURCE)),
            List.of(
                request.action("Find it in the inventory", Parameters.of(View.INVENTORY)),
                request.action("Find it among the changes", Parameters.of(View.CHANGES)))));
  }

  private Fragment known(Resource resource) {
    var arn = resource.head().arn();
    var evidence = reader.evidence(arn).flatMap(stored -> stored.readable().stream()).toList();
    var timeline = Timeline.read(reader, request, resource.head(), evidence);
    var attempts = Attempt.of(evidence);
    var failed = (int) evidence.stream().filter(event -> !event.isSuccessful()).count();
    return new Fragment(
        "resource.jte",
        new Model(
            header(resource),
            ChainStatus.of(new Verifier(reader, request::now, Filter.ALL).resource(arn)),
            source(evidence),
            CopyList.read(reader, names, rows, arn),
            Destination.of(resource),
            timeline,
            attempts,
            failed - attempts.size(),
            versus(resource, timeline)));
  }

  private static Header header(Resource resource) {
    var head = resource.head();
    var scope = resource.scope();
    return new Header(
        Excerpt.of(head.document().name(scope.kind()).orElse(head.arn().id())),
        head.arn().text(),
        scope.account(),
        scope.region(),
        scope.kind().label(),
        TimeText.text(head.firstSeenAt()),
        resource.deletedAt().map(TimeText::text));
  }

  private Optional<Source> source(List<Evidence> evidence) {
    return evidence.stream()
        .filter(event -> event.isSuccessful() && event.isCreation())
        .reduce((_, later) -> later)
        .flatMap(Evidence::copiedFrom)
        .map(text ->
            new Source(
                Excerpt.of(text),
                Arn.find(text).filter(arn -> arn.scope().isPresent()).map(rows::resource)));
  }

  /** By default the last two revisions of a live resource. */
  private Optional<Versus> versus(Resource resource, Timeline timeline) {
    var last = resource.head().revision();
    var chosenLeft = revision(ViewParameter.LEFT, last);
    var chosenRight = revision(ViewParameter.RIGHT, last);
    if (last < 2) {
      return Optional.empty();
    }
    long right = chosenRight.orElse(last);
    long left = chosenLeft.orElse(Math.max(1, right - 1));
    var form =
        ComparisonForm.of(
            timeline.rows(), left, right, request.applying("Compare", request.parameters()));
    var arn = resource.head().arn();
    return Optional.of(
        new Versus(
            form,
            revision(arn, left)
                .flatMap(one -> revision(arn, right).map(two -> RevisionComparison.of(one, two)))));
  }

  private Optional<Long> revision(ViewParameter parameter, long last) {
    var chosen = request.parameters().find(parameter).map(Long::valueOf);
    if (chosen.filter(number -> number > last).isPresent()) {
      throw new InvalidParameterException(
          "'%s' must be a revision of the resource, 1 to %d".formatted(parameter.key(), last));
    }
    return chosen;
  }

  private Optional<Revision> revision(Arn arn, long number) {
    return reader
        .revisions(arn, number, number)
        .flatMap(stored -> stored.readable().stream())
        .findFirst();
  }
}
