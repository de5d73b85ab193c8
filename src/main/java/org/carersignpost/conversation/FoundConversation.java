package org.carersignpost.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A conversation that was found.
///
/// @param id the pseudonym that names it
/// @param score how well it fits; only the order means anything
/// @param snippet what was said where it fits best, or last if no words were asked for; empty when
///   there are no words to show
public record FoundConversation(String id, double score, Optional<Snippet> snippet) {

  /// A piece of one message.
  ///
  /// @param from who said it, as in [MessageView]
  /// @param parts its words in order
  public record Snippet(String from, List<Part> parts) {

    public Snippet {
      parts = List.copyOf(parts);
    }

    /// The words without marks.
    public String text() {
      return parts.stream().map(Part::text).collect(Collectors.joining());
    }
  }

  /// A piece of text as it was said, not escaped for any page.
  ///
  /// @param matches whether it is one of the words looked for
  public record Part(String text, boolean matches) {}
}
