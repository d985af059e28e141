package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.ItemStore;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.CanonicalJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * Renders views of a ledger and follows their actions; every page is checked by {@link Widget}.
 *
 * @param store the ledger's store
 * @param until the end of the time range
 * @param now the current time
 */
record Pages(ItemStore store, Instant until, Instant now) {
  static final String ENDPOINT = "arn:aws:lambda:us-east-2:111122223333:function:dashboard";
  static final CursorSigner CURSORS = new CursorSigner("test");

  Document show(Parameters parameters) {
    var request =
        new DashboardRequest(
            parameters,
            until.minus(Duration.ofDays(30)),
            until,
            Optional.of("light"),
            ENDPOINT,
            now,
            CURSORS);
    var reader = new LedgerReader(store);
    return Widget.parse(new Dashboard(reader).html(request));
  }

  Document show(View view) {
    return show(Parameters.of(view));
  }

  /** This page and those behind "Next". */
  List<Document> all(Parameters parameters) {
    var pages = new ArrayList<Document>();
    Optional<Parameters> next = Optional.of(parameters);
    while (next.isPresent()) {
      pages.add(show(next.get()));
      assertThat(pages).hasSizeLessThan(50);
      next = find(pages.getLast(), "Next");
    }
    return pages;
  }

  /** What the button with this label shows. */
  static Parameters action(Document page, String label) {
    return find(page, label).orElseThrow(() -> new AssertionError("no button " + label));
  }

  static Optional<Parameters> find(Document page, String label) {
    return page.select("button").stream()
        .filter(button -> button.text().equals(label))
        .findFirst()
        .map(button -> Objects.requireNonNull(button.nextElementSibling()).text())
        .map(Pages::parameters);
  }

  private static Parameters parameters(String json) {
    var values = new EnumMap<ViewParameter, String>(ViewParameter.class);
    CanonicalJson.parse(json)
        .properties()
        .forEach(member ->
            values.put(
                ViewParameter.find(member.getKey()).orElseThrow(), member.getValue().asText()));
    return new Parameters(values);
  }
}
