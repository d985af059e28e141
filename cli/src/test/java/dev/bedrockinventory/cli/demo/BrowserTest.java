package dev.bedrockinventory.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.bedrockinventory.dashboard.View;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person does with the pages of the demo, in a real browser. */
final class BrowserTest {
  private static final int WIDE = 1440;
  private static final int NARROW = 375;

  private static Chromium chromium;
  private static DemoSite site;

  private final List<OpenPage> pages = new ArrayList<>();

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    site = DemoSite.start();
  }

  @AfterAll
  static void stop() {
    if (site != null) {
      site.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void thereWereNoErrors() {
    pages.forEach(page -> {
      page.isWithoutErrors();
      page.close();
    });
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void everyViewIsReadableInBothThemesAndWidths(View view) {
    var page = open(site.view(view, of(view)));

    page.isReadable();
    page.picture(view.key(), "light", WIDE);
    page.show(NARROW, ColorScheme.DARK);
    page.isReadable();
    page.picture(view.key(), "dark", NARROW);
    page.show(WIDE, ColorScheme.DARK);
    page.picture(view.key(), "dark", WIDE);
  }

  private static Map<String, String> of(View view) {
    return view == View.RESOURCE ? Map.of("resource", site.profile("checkout-chat")) : Map.of();
  }

  @Test
  void aNewcomerFindsWhoMovedCheckoutChatToAnotherTeam() {
    var page = open(site.view(View.OVERVIEW, Map.of()));

    page.link("Changes");
    page.filter("text", "checkout-chat");
    assertThat(page.rows()).isNotEmpty().allSatisfy(row -> assertThat(row).contains("checkout"));
    page.page().locator("main tbody button").first().click();
    page.loaded();

    assertThat(page.page().url()).contains("view=resource");
    assertThat(page.text())
        .contains("Revision 2", "tag team:", "checkout", "payments", "bob")
        .contains("AccessDenied", "carol");
  }

  @Test
  void theComparisonOfTwoRevisionsShowsBothStates() {
    var page = open(site.view(View.RESOURCE, Map.of("resource", site.profile("checkout-chat"))));

    page.click("Compare");

    assertThat(page.page().locator(".bi-diff").first().innerText()).contains("team", "payments");
  }

  @Test
  void aFilterShowsOnlyWhatAPersonDid() {
    var page = open(site.view(View.CHANGES, Map.of()));

    page.filter("person", "alice");

    assertThat(page.rows()).isNotEmpty().allSatisfy(row -> assertThat(row).contains("alice"));
    assertThat(page.page().url()).contains("person=alice");
  }

  @Test
  void theInventoryOfAPastDayHasTheTagsOfThatDay() {
    var before = LocalDate.now(ZoneOffset.UTC).minusDays(26).toString();
    var page = open(site.view(View.INVENTORY, Map.of("text", "checkout-chat", "until", before)));
    var now = open(site.view(View.INVENTORY, Map.of("text", "checkout-chat")));

    assertThat(page.rows())
        .anyMatch(row -> row.contains("checkout-chat") && row.contains("team: checkout"));
    assertThat(now.rows())
        .anyMatch(row -> row.contains("checkout-chat") && row.contains("team: payments"));
  }

  @Test
  void anAddressThatIsSharedShowsTheSameView() {
    var page = open(site.view(View.CHANGES, Map.of()));
    page.filter("person", "bob");

    var shared = open(URI.create(page.page().url()));

    assertThat(shared.text()).isEqualTo(page.text());
    var filtered = page.rows().size();
    page.page().goBack();
    page.page().waitForURL(url -> !url.contains("person"));
    page.page().waitForCondition(() -> page.rows().size() > filtered);
  }

  @Test
  void everyViewIsReachedByTheKeyboard() {
    var page = open(site.view(View.OVERVIEW, Map.of()));
    var keyboard = page.page().keyboard();

    keyboard.press("Tab");
    assertThat(page.focused()).isEqualTo("Skip to the view");
    var reached = new ArrayList<String>();
    while (!reached.contains(View.CHANGES.title()) && reached.size() < View.values().length) {
      keyboard.press("Tab");
      reached.add(page.focused());
    }
    keyboard.press("Enter");
    page.page().waitForURL("**view=changes**");
    page.loaded();

    assertThat(reached).containsExactly(View.OVERVIEW.title(), View.CHANGES.title());
    assertThat(page.text()).contains("Apply");
  }

  @Test
  void aChangeArrivesWithoutAReloadByHand() {
    var page = open(site.view(View.CHANGES, Map.of()));
    assertThat(page.text()).doesNotContain("confidential");

    site.tag("ticket-triage", "data-class", "confidential");

    page.page().locator("main").getByText("confidential").first().waitFor();
  }

  @Test
  void aChangeWaitsWhileAFieldHasTheFocus() {
    var page = open(site.view(View.CHANGES, Map.of()));
    page.page().locator("main input[name=text]").focus();

    site.tag("ticket-triage", "review", "is-pending");
    page.page().waitForResponse("**/state", () -> {});
    page.page().waitForResponse("**/state", () -> {});
    assertThat(page.text()).doesNotContain("is-pending");
    page.page().evaluate("document.activeElement.blur()");

    page.page().locator("main").getByText("is-pending").first().waitFor();
  }

  @Test
  void aChangeWaitsWhileThePageIsHidden() {
    var page = open(site.view(View.CHANGES, Map.of()));
    page.setHidden(true);
    var views = new ArrayList<String>();
    page.page()
        .onRequest(request -> {
          if (request.url().contains("/widget")) {
            views.add(request.url());
          }
        });

    site.tag("ticket-triage", "read-by", "nobody");
    for (var poll = 0; poll < 3; poll++) {
      page.page().waitForResponse("**/state", () -> {});
    }
    assertThat(views).isEmpty();
    page.setHidden(false);

    page.page().locator("main").getByText("read-by").first().waitFor();
  }

  private OpenPage open(URI address) {
    var page = OpenPage.of(chromium.browser());
    pages.add(page);
    page.show(WIDE, ColorScheme.LIGHT);
    return page.open(address);
  }
}
