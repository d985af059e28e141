package dev.bedrockinventory.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page in the browser; each error of its console and its network is collected. */
final class OpenPage implements AutoCloseable {
  /** Only ends the wait for a page that never answers. */
  private static final double MAX_WAIT_MILLIS = 120_000;

  private static final int HEIGHT = 900;

  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();

  private OpenPage(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.setDefaultTimeout(MAX_WAIT_MILLIS);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        errors.add(message.text());
      }
    });
    page.onPageError(errors::add);
    page.onRequestFailed(request -> errors.add("failed: " + request.url()));
  }

  static OpenPage of(Browser browser) {
    return new OpenPage(browser.newContext());
  }

  /** Gives the window another width and the system another theme. */
  void show(int width, ColorScheme scheme) {
    page.setViewportSize(width, HEIGHT);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }

  /** Opens an address and waits for its view. */
  OpenPage open(URI address) {
    page.navigate(address.toString());
    return loaded();
  }

  OpenPage loaded() {
    page.locator("main[aria-busy=false] h2").first().waitFor();
    return this;
  }

  OpenPage click(String label) {
    page.locator("main")
        .locator("button")
        .filter(new Locator.FilterOptions().setHasText(label))
        .first()
        .click();
    return loaded();
  }

  /** Opens a view by its link in the navigation. */
  void link(String title) {
    page.locator("nav a", new Page.LocatorOptions().setHasText(title)).click();
    page.locator("nav a[aria-current=page]", new Page.LocatorOptions().setHasText(title)).waitFor();
    loaded();
  }

  /** Fills a field of the form, presses Enter and waits for the answer. */
  void filter(String field, String value) {
    var input = page.locator("main input[name=%s]".formatted(field)).first();
    input.fill(value);
    input.press("Enter");
    page.waitForURL(address -> address.contains(field + "=" + value));
    loaded();
  }

  /** The texts of the rows of all tables. */
  List<String> rows() {
    return page.locator("main tbody tr").allInnerTexts();
  }

  /** The text of the element that has the focus. */
  String focused() {
    return String.valueOf(page.evaluate("document.activeElement.textContent")).strip();
  }

  /** Hides the page, as a browser does behind another tab, or shows it again. */
  void setHidden(boolean isHidden) {
    page.evaluate(
        """
        isHidden => {
          Object.defineProperty(document, 'hidden', {value: isHidden, configurable: true});
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """,
        isHidden);
  }

  Page page() {
    return page;
  }

  String text() {
    return page.locator("main").innerText();
  }

  void isWithoutErrors() {
    assertThat(errors).as(page.url()).isEmpty();
  }

  /** No wider than the window, and without serious findings of axe. */
  void isReadable() {
    isNoWiderThanTheWindow();
    isAccessible();
  }

  /** Saves the complete page for people to see. */
  void picture(String name, String theme, int width) {
    var file = Path.of("target", "pictures", "%s-%s-%d.png".formatted(name, theme, width));
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  @Override
  public void close() {
    context.close();
  }

  private void isNoWiderThanTheWindow() {
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as(page.url())
        .isEqualTo(0);
  }

  private void isAccessible() {
    var serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(impact(rule)))
                .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .toList();
    assertThat(serious).as(page.url()).isEmpty();
  }

  private static String impact(Rule rule) {
    return Optional.ofNullable(rule.getImpact()).orElse("");
  }
}
