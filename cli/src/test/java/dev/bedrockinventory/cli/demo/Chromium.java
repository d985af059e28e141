package dev.bedrockinventory.cli.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The browser of this machine, without a window. Where continuous integration names one in {@code
 * INVENTORY_BROWSER}, tests fail without it; elsewhere a machine without a browser skips them.
 */
final class Chromium implements AutoCloseable {
  private static final String VARIABLE = "INVENTORY_BROWSER";
  private static final List<String> USUAL =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    // Chromium refuses to run as root with a sandbox; the pages are our own.
                    .setArgs(List.of("--no-sandbox")));
  }

  static Chromium start() {
    var required = Optional.ofNullable(System.getenv(VARIABLE)).filter(path -> !path.isEmpty());
    var program = required.map(Path::of).or(Chromium::installed);
    Assumptions.assumeTrue(
        program.isPresent(),
        "no Chromium or Chrome on the PATH, so no page is opened; install one (apt install"
            + " chromium), or name it in "
            + VARIABLE);
    return new Chromium(program.get());
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .flatMap(folder -> USUAL.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
