package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.ledger.UnmodeledMemberEntry;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.query.Coverage;
import dev.bedrockinventory.query.Excerpt;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every scope with its last sweep, worst first; damaged items; unmodeled members. */
public final class CoverageView {
  private static final int ROWS = 100;
  private static final int DAMAGED = 30;
  private static final int UNMODELED = 50;
  private static final int MOST_TEXT = 300;
  private static final int MOST_NAME = 120;

  private final LedgerReader reader;
  private final DashboardRequest request;
  private final Coverage coverage;

  CoverageView(LedgerReader reader, DashboardRequest request, Coverage coverage) {
    this.reader = reader;
    this.request = request;
    this.coverage = coverage;
  }

  /**
   * The model of the template.
   *
   * @param headline how many scopes there are
   * @param form the filters
   * @param counts how many scopes have each status
   * @param rows the scopes of this page
   * @param pages the links to other pages
   * @param damaged the first damaged items; only on the first page
   * @param moreDamaged how many of them are left out
   * @param unmodeled the first unmodeled members; only on the first page
   * @param moreUnmodeled how many of them are left out
   */
  public record Model(
      String headline,
      FilterForm form,
      List<Count> counts,
      List<Row> rows,
      PageLinks pages,
      List<Damaged> damaged,
      int moreDamaged,
      List<Unmodeled> unmodeled,
      int moreUnmodeled) {
    /** Copies the lists. */
    public Model {
      counts = List.copyOf(counts);
      rows = List.copyOf(rows);
      damaged = List.copyOf(damaged);
      unmodeled = List.copyOf(unmodeled);
    }
  }

  /**
   * A status with its number of scopes.
   *
   * @param number the number
   * @param words the status
   * @param style its class
   */
  public record Count(long number, String words, String style) {}

  /**
   * A scope, or scopes of one account with the same status and reason.
   *
   * @param scopes how many scopes there are
   * @param account shows the scopes of the account
   * @param regions the regions
   * @param kinds the kinds
   * @param status the status
   * @param style the class of the status
   * @param reason the reason of a failure, with what to do; empty if there is none
   * @param age how long ago the last complete sweep ended, the oldest of several; empty: never
   * @param at when
   * @param seen how many resources the last observations listed
   * @param failures how many failures they had
   */
  public record Row(
      int scopes,
      Action account,
      String regions,
      String kinds,
      String status,
      String style,
      String reason,
      String age,
      String at,
      String seen,
      String failures) {}

  /**
   * A damaged item.
   *
   * @param key its key
   * @param damage the damage
   * @param advice what to do
   */
  public record Damaged(String key, String damage, String advice) {}

  /**
   * An unmodeled member.
   *
   * @param operation the operation of the API
   * @param path its path
   * @param type its JSON type
   * @param firstSeen when it was seen first
   * @param example a resource that has it; absent if it is outside the resources
   */
  public record Unmodeled(
      String operation, String path, String type, String firstSeen, Optional<Action> example) {}

  Fragment fragment() {
    var after = request.position().orElse("");
    var rest =
        ScopeGroup.of(coverage.scopes(), request.now()).stream()
            .filter(group -> group.position().compareTo(after) > 0)
            .toList();
    var page = rest.stream().limit(ROWS).toList();
    var forms = new FilterFormBuilder(request, reader.knownScopes().toList());
    var isFirst = after.isEmpty();
    return new Fragment(
        "coverage.jte",
        new Model(
            CountText.of(coverage.scopes().size(), "scope", "scopes"),
            forms.form(forms.account(), forms.region(), forms.kind()),
            counts(coverage.scopes()),
            page.stream().map(this::row).toList(),
            PageLinks.of(
                request,
                rest.size() > ROWS ? Optional.of(page.getLast().position()) : Optional.empty()),
            coverage.damaged().stream()
                .limit(isFirst ? DAMAGED : 0)
                .map(CoverageView::damaged)
                .toList(),
            isFirst ? Math.max(0, coverage.damaged().size() - DAMAGED) : 0,
            coverage.unmodeled().stream()
                .limit(isFirst ? UNMODELED : 0)
                .map(this::unmodeled)
                .toList(),
            isFirst ? Math.max(0, coverage.unmodeled().size() - UNMODELED) : 0));
  }

  private List<Count> counts(List<ScopeEntry> scopes) {
    var counts =
        scopes.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> ScopeStatus.of(entry, request.now()),
                    () -> new EnumMap<>(ScopeStatus.class),
                    Collectors.counting()));
    return Arrays.stream(ScopeStatus.values())
        .filter(counts::containsKey)
        .map(status -> new Count(counts.getOrDefault(status, 0L), status.words(), status.style()))
        .toList();
  }

  private Row row(ScopeGroup group) {
    var account = group.first().account();
    var complete = group.lastCompleteAt();
    return new Row(
        group.entries().size(),
        request.action(account, Parameters.of(View.COVERAGE).with(ViewParameter.ACCOUNT, account)),
        group.regions(),
        group.kinds(),
        group.status().words(),
        group.status().style(),
        group
            .reason()
            .map(reason -> (reason + ". " + ScopeStatus.advice(reason)).strip())
            .orElse(""),
        complete.map(at -> Ages.text(at, request.now())).orElse(""),
        complete.map(TimeText::minute).orElse(""),
        group.sum(ScopeEntry.Figures::seen).map(String::valueOf).orElse("–"),
        group.sum(ScopeEntry.Figures::failures).map(String::valueOf).orElse("–"));
  }

  /** An item that is not the ledger's cannot be repaired. */
  private static Damaged damaged(StoredItem<?> item) {
    return new Damaged(
        Excerpt.of(item.key().toString(), MOST_TEXT),
        Excerpt.of(item.damage().orElse(""), MOST_TEXT),
        item.key().findScope().isPresent()
            ? "Run './inventory verify', then './inventory repair --dry-run'."
            : "No scope has this key. Run './inventory verify'; delete the item if it is not"
                + " the ledger's.");
  }

  private Unmodeled unmodeled(UnmodeledMemberEntry entry) {
    var member = entry.member();
    return new Unmodeled(
        Excerpt.of(member.operation(), MOST_NAME),
        Excerpt.of(member.path(), MOST_TEXT),
        Excerpt.of(member.type(), MOST_NAME),
        TimeText.minute(entry.firstSeenAt()),
        Arn.find(member.example())
            .map(arn ->
                request.action(
                    Excerpt.of(arn.id(), MOST_NAME),
                    Parameters.of(View.RESOURCE).with(ViewParameter.RESOURCE, arn.text()))));
  }
}
