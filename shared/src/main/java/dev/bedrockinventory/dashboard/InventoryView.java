package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.query.Excerpt;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.Inventory;
import dev.bedrockinventory.query.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What existed at the end of the time range, by account and region or by kind. */
public final class InventoryView {
  private static final int ROWS = 100;
  private static final int GROUPS = 60;
  private static final int MOST_NAME = 80;

  private final LedgerReader reader;
  private final DashboardRequest request;
  private final Grouping grouping;

  InventoryView(LedgerReader reader, DashboardRequest request) {
    this.reader = reader;
    this.request = request;
    this.grouping = Grouping.of(request.parameters());
  }

  /**
   * The model of the template.
   *
   * @param headline how many resources there are, and when
   * @param form the filters
   * @param groups the first groups of all pages with their counts
   * @param moreGroups how many groups are left out
   * @param sections the groups of this page with its rows
   * @param pages the links to other pages
   */
  public record Model(
      String headline,
      FilterForm form,
      List<Group> groups,
      int moreGroups,
      List<Section> sections,
      PageLinks pages) {
    /** Copies the lists. */
    public Model {
      groups = List.copyOf(groups);
      sections = List.copyOf(sections);
    }
  }

  /**
   * A group.
   *
   * @param count how many resources it has on all pages
   * @param shown shows only this group
   */
  public record Group(int count, Action shown) {}

  /**
   * The part of a group that is on this page.
   *
   * @param title the group
   * @param count how many resources it has on all pages
   * @param rows the rows of this page
   */
  public record Section(String title, int count, List<Row> rows) {
    /** Copies the list. */
    public Section {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A resource.
   *
   * @param resource shows it
   * @param place its account, region and kind
   * @param tags its tags
   * @param changed when its last change was observed
   */
  public record Row(Action resource, String place, TagChips tags, String changed) {}

  /** The resources at the end of the time range, or now if it does not end in the past. */
  static Stream<Resource> existing(LedgerReader reader, DashboardRequest request) {
    return existing(reader, request, request.parameters().scopes());
  }

  /** Those of them that the filter admits. */
  static Stream<Resource> existing(LedgerReader reader, DashboardRequest request, Filter filter) {
    var past = Optional.of(request.until()).filter(_ -> request.isHistoric());
    return new Inventory(reader).at(past, filter);
  }

  Fragment fragment() {
    var selection = new ResourceSelection(request.parameters());
    var order = new ResourceOrder(grouping.order());
    var resources =
        existing(reader, request).filter(selection::admits).sorted(order.comparator()).toList();
    var groups = groups(resources);
    var rest = order.after(request.position(), resources, resource -> resource);
    var page = rest.stream().limit(ROWS).toList();
    var forms = new FilterFormBuilder(request, reader.knownScopes().toList());
    return new Fragment(
        "inventory.jte",
        new Model(
            headline(resources),
            forms.form(
                forms.account(),
                forms.region(),
                forms.kind(),
                forms.text(ViewParameter.TAG),
                forms.choice(ViewParameter.TAGGED, List.of("yes", "no")),
                forms.text(ViewParameter.TEXT),
                forms.group(grouping)),
            groups.values().stream().limit(GROUPS).map(this::group).toList(),
            Math.max(0, groups.size() - GROUPS),
            sections(page, groups),
            PageLinks.of(
                request,
                rest.size() > ROWS
                    ? Optional.of(ResourceOrder.text(page.getLast()))
                    : Optional.empty())));
  }

  private String headline(Collection<Resource> resources) {
    return CountText.of(resources.size(), "resource", "resources") + " " + request.end();
  }

  private Map<String, List<Resource>> groups(Collection<Resource> resources) {
    return resources.stream()
        .collect(
            Collectors.groupingBy(
                resource -> grouping.group(resource.scope()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private Group group(List<Resource> resources) {
    var scope = resources.getFirst().scope();
    return new Group(
        resources.size(),
        request.action(grouping.group(scope), grouping.select(scope, request.parameters())));
  }

  private List<Section> sections(Collection<Resource> page, Map<String, List<Resource>> groups) {
    var sections = new ArrayList<Section>();
    groups(page)
        .forEach((title, resources) -> {
          var count = groups.getOrDefault(title, resources).size();
          sections.add(new Section(title, count, resources.stream().map(this::row).toList()));
        });
    return sections;
  }

  private Row row(Resource resource) {
    var scope = resource.scope();
    var head = resource.head();
    var name = head.document().name(scope.kind()).orElse(head.arn().id());
    return new Row(
        request.action(
            Excerpt.of(name, MOST_NAME),
            Parameters.of(View.RESOURCE).with(ViewParameter.RESOURCE, head.arn().text())),
        ChangeRows.place(scope),
        TagChips.of(resource),
        TimeText.minute(head.changedAt()));
  }
}
