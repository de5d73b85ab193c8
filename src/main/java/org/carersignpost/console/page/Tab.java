package org.carersignpost.console.page;

import java.util.Locale;

/// The lists of the console, in the order of their tabs.
enum Tab {
  WAITING("Waiting", "q"),
  MINE("Mine", "m"),
  TEAMS("My teams", "t"),
  SERVICE("With the service", "s"),
  CLOSED("Closed", "c"),
  SEARCH("Search", "/");

  private final String label;
  private final String key;

  Tab(String label, String key) {
    this.label = label;
    this.key = key;
  }

  /// The tab of that id; the first for what is none.
  static Tab of(String id) {
    for (Tab tab : values()) {
      if (tab.id().equals(id)) {
        return tab;
      }
    }
    return WAITING;
  }

  /// As it stands in an address.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String label() {
    return label;
  }

  /// The key that leads there, after `g` but for the search.
  public String key() {
    return key;
  }
}
