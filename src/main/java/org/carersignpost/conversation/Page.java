package org.carersignpost.conversation;

import java.util.List;

/// Part of a list.
///
/// @param items what is on this page
/// @param total how many there are on all pages
public record Page<T>(List<T> items, long total) {

  public Page {
    items = List.copyOf(items);
  }
}
