package org.carersignpost;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The machine's own Chromium; nothing is downloaded.
///
/// It is launched once for all tests and ends with them. Each instance has contexts of its own in
/// it, and closes them, so that no page of an earlier test goes on asking for news.
public final class Chromium implements AutoCloseable {
  private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
  private static final double PATIENCE_MILLISECONDS = 20_000;
  private static final String AXE = AxeBuilder.getAxeScript();

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private static final class Launched {
    static final Browser BROWSER = launch();

    private static Browser launch() {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
      return Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(EXECUTABLE)
                  .setArgs(
                      List.of(
                          "--headless",
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-quic",
                          "--no-first-run",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));
    }
  }

  public static boolean isInstalled() {
    return Files.isExecutable(EXECUTABLE);
  }

  /// A page in a context of its own; what the browser complains about on it is kept.
  public Page page(int width, ColorScheme colours, boolean javaScript) {
    return page(context(width, colours, javaScript));
  }

  /// A browser of its own, as to cookies and all it remembers.
  public BrowserContext context(int width, ColorScheme colours, boolean javaScript) {
    BrowserContext context =
        Launched.BROWSER.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(colours)
                .setJavaScriptEnabled(javaScript));
    contexts.add(context);
    return context;
  }

  /// One more page of a browser; what the browser complains about on it is kept.
  public Page page(BrowserContext context) {
    Page page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLISECONDS);
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text() + " at " + message.location());
      }
    });
    return page;
  }

  public Page page() {
    return page(1280, ColorScheme.LIGHT, true);
  }

  /// What this page does every second it does ten times a second, so that no test waits for it.
  public static void hurry(Page page) {
    page.addInitScript(
        "const every = setInterval; setInterval = (work, pause) => every(work, pause / 10);");
  }

  /// Script errors and violations of the content policy since the last question.
  public List<String> complaints() {
    List<String> all = List.copyOf(complaints);
    complaints.clear();
    return all;
  }

  /// Fails where somebody who uses a screen reader, a keyboard or large type would be shut out.
  public static void assertIsAccessible(Page page) {
    assertNone(
        violations(page).stream()
            .filter(rule -> Set.of("serious", "critical").contains(rule.get("impact")))
            .toList());
  }

  /// Fails where axe finds anything at all, however small.
  public static void assertIsFaultless(Page page) {
    assertNone(violations(page));
  }

  /// What axe finds wrong. It is put into each document once and runs there: its own builder brings
  /// it three times and opens a browser of its own whenever it is asked.
  private static List<Map<?, ?>> violations(Page page) {
    // A click comes back before the style of the page it led to is there.
    page.waitForLoadState();
    // A frame would need an axe of its own.
    assertThat(page.frames()).as("frames of " + page.url()).hasSize(1);
    if (page.evaluate("() => 'axe' in window").equals(false)) {
      page.evaluate("() => {" + AXE + "}");
    }
    List<?> found =
        (List<?>)
            page.evaluate(
                """
                async () => (await axe.run({ resultTypes: ["violations"] })).violations
                  .map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map((node) => node.html) }))
                """);
    return found.stream().<Map<?, ?>>map(rule -> (Map<?, ?>) rule).toList();
  }

  private static void assertNone(List<Map<?, ?>> violations) {
    assertThat(violations)
        .as(() -> String.join("\n", violations.stream().map(Chromium::told).toList()))
        .isEmpty();
  }

  private static String told(Map<?, ?> rule) {
    return rule.get("id") + ": " + rule.get("nodes");
  }

  public static void assertDoesNotScrollSideways(Page page) {
    page.waitForLoadState();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
        .as(page.url())
        .isEqualTo(true);
  }

  /// Fails where something that nobody sees makes a page longer than what it shows.
  public static void assertEndsWithItsFooter(Page page) {
    page.waitForLoadState();
    assertThat(
            page.evaluate(
                """
                () => document.documentElement.scrollHeight <= Math.max(window.innerHeight,
                  1 + scrollY + document.querySelector("footer").getBoundingClientRect().bottom)
                """))
        .as(page.url())
        .isEqualTo(true);
  }

  @Override
  public void close() {
    contexts.forEach(BrowserContext::close);
  }
}
