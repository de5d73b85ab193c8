package org.carersignpost.console.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One list of the console, with the tabs above it.
///
/// @param tab which
/// @param tabs all that its reader may open
/// @param counts how many there are, by the ids of the tabs that tell it
/// @param onThePhone who is on the phone now, the first of them
/// @param moreOnThePhone how many more there are
/// @param rows what is on this page
/// @param page from 0
/// @param total how many there are on all pages
/// @param hasNext whether there are more behind
/// @param news what a browser compares to tell its user what is new
record ListPage(
    Tab tab,
    List<Tab> tabs,
    Map<String, Long> counts,
    List<OnThePhone> onThePhone,
    int moreOnThePhone,
    List<ListRow> rows,
    int page,
    long total,
    boolean hasNext,
    News news) {

  public ListPage {
    tabs = List.copyOf(tabs);
    counts = Map.copyOf(counts);
    onThePhone = List.copyOf(onThePhone);
    rows = List.copyOf(rows);
  }

  /// A caller.
  ///
  /// @param id of the conversation
  /// @param who the carer, as far as we tell: `Caller ending 123`
  /// @param state what goes on: `talks with Ann`, or `waits since` and then the moment
  record OnThePhone(
      String id,
      String who,
      Optional<String> place,
      String priority,
      String priorityWords,
      String state,
      Optional<Instant> waitingSince) {}

  /// Ids only.
  ///
  /// @param waiting who waits and is nobody's: `crisis:<id>`, with spaces between
  /// @param mine who is the reader's, and when they last wrote: `<id>@<milliseconds>`
  record News(String waiting, String mine) {}

  /// What it is called for this reader.
  public String title(Tab which, boolean inTeams) {
    return which == Tab.TEAMS && !inTeams ? "With staff" : which.label();
  }
}
