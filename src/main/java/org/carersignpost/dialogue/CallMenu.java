package org.carersignpost.dialogue;

import java.util.List;
import java.util.Optional;

/// What a caller can reach with keys alone: groups, and in each of them what can be asked for.
///
/// @param groups in the order in which they are read out, at most eight
public record CallMenu(List<Group> groups) {
  /// Keys from 1 to 8 stand for choices; 9, 0, `*` and `#` mean the same everywhere.
  public static final int MOST_CHOICES = 8;

  public CallMenu {
    groups = List.copyOf(groups);
  }

  /// One group.
  ///
  /// @param label as said after "For": `money, work and home`
  /// @param items at most eight
  public record Group(String label, List<Item> items) {
    public Group {
      items = List.copyOf(items);
    }
  }

  /// Something that can be asked for.
  ///
  /// @param intent what is meant by it
  /// @param label as said after "For": `a break from caring`
  public record Item(Intent intent, String label) {}

  /// The item of that intent, if the menu has it.
  public Optional<Item> item(String intent) {
    return groups.stream()
        .flatMap(group -> group.items().stream())
        .filter(item -> item.intent().id().equals(intent))
        .findFirst();
  }
}
