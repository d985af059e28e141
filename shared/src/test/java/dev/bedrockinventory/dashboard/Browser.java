package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.ItemStore;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Opens views and follows their actions, as the widget does. Every page must follow the rules of
 * widgets.
 *
 * @param store the ledger's store
 * @param since the start of the time range
 * @param until its end, and the current time
 */
record Browser(ItemStore store, Instant since, Instant until) {
  String html(Parameters parameters) {
    return new Dashboard(reader()).html(request(parameters));
  }

  Document open(Parameters parameters) {
    return Widget.parse(html(parameters));
  }

  Document click(Document page, String label) {
    return open(target(page, label));
  }

  /** Clicks the button of a form whose fields have these values, and else those of the page. */
  Document submit(Document page, String label, Map<ViewParameter, String> fields) {
    assertThat(page.select("form cwdb-action").text()).contains("\"apply\":true");
    var sent = new EnumMap<ViewParameter, String>(target(page, label).values());
    page.select("form input").forEach(field -> put(sent, field.attr("name"), field.attr("value")));
    page.select("form select")
        .forEach(
            field -> put(sent, field.attr("name"), field.select("option[selected]").attr("value")));
    sent.putAll(fields);
    return open(new Parameters(sent));
  }

  DashboardRequest request(Parameters parameters) {
    return new DashboardRequest(
        parameters,
        since,
        until,
        Optional.empty(),
        "arn:aws:lambda:us-east-2:111122223333:function:dashboard",
        until,
        Pages.CURSORS);
  }

  LedgerReader reader() {
    return new LedgerReader(store);
  }

  static boolean has(Document page, String label) {
    return buttons(page).stream().anyMatch(button -> button.text().equals(label));
  }

  /** What a click on the first button with this label asks for. */
  static Parameters target(Document page, String label) {
    return buttons(page).stream()
        .filter(button -> button.text().equals(label))
        .findFirst()
        .map(Browser::target)
        .orElseThrow(() -> new AssertionError(label + " of " + buttons(page).eachText()));
  }

  static Parameters target(Element button) {
    var action = Optional.ofNullable(button.nextElementSibling()).orElseThrow();
    var values = new EnumMap<ViewParameter, String>(ViewParameter.class);
    CanonicalJson.parse(action.text()).properties().stream()
        .filter(member -> !member.getKey().equals("apply"))
        .forEach(member -> put(values, member.getKey(), member.getValue().textValue()));
    return new Parameters(values);
  }

  /** The texts of the rows of the first table with this header, without actions. */
  static List<String> rows(Document page, String header) {
    var copy = page.clone();
    copy.select("cwdb-action").remove();
    for (var table : copy.select("table")) {
      if (table.select("th").eachText().contains(header)) {
        return table.select("tbody tr").eachText();
      }
    }
    return new ArrayList<>();
  }

  private static void put(Map<ViewParameter, String> values, String key, String value) {
    values.put(ViewParameter.find(key).orElseThrow(), value);
  }

  private static Elements buttons(Document page) {
    return page.select("button");
  }
}
