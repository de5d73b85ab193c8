package org.carersignpost;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// That a page at fault is found to be so.
@EnabledIf("org.carersignpost.Chromium#isInstalled")
class ChromiumTests {
  @Test
  void whatShutsPeopleOutIsFound() {
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.page();
      page.setContent(page("<h1>Carers</h1><p>All is well.</p>"));
      Chromium.assertIsFaultless(page);
      Chromium.assertIsAccessible(page);

      page.setContent(page("<h1>Carers</h1><h4>Deep down</h4>"));
      Chromium.assertIsAccessible(page);
      assertThatThrownBy(() -> Chromium.assertIsFaultless(page))
          .hasMessageContaining("heading-order")
          .hasMessageContaining("Deep down");

      page.setContent(page("<h1>Carers</h1><button></button>"));
      assertThatThrownBy(() -> Chromium.assertIsAccessible(page))
          .hasMessageContaining("button-name");

      page.setContent(page("<h1>Carers</h1><iframe title='Help'></iframe>"));
      assertThatThrownBy(() -> Chromium.assertIsAccessible(page)).hasMessageContaining("frames");
    }
  }

  private static String page(String main) {
    return "<!doctype html><html lang='en'><title>Page</title><main>" + main + "</main></html>";
  }
}
