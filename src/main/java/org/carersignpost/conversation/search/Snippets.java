package org.carersignpost.conversation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.carersignpost.conversation.FoundConversation.Part;
import org.carersignpost.conversation.FoundConversation.Snippet;

/// Picks the message in which most of the words are, and cuts a piece out of it around the first.
///
/// Of equally good messages what people said goes before the bot's words, and the newer before the
/// older.
final class Snippets {
  private static final int MOST_CHARACTERS = 160;
  private static final int BEFORE_THE_FIRST = 40;
  private static final String LEFT_OUT = "\u2026";
  private static final String CARER = "carer";
  private static final String BOT = Documents.BOT;

  /// More than the indexed text of a conversation has.
  private static final int MOST_WORDS = 10_000;

  private Snippets() {}

  /// Where words that were looked for stand in a message.
  private record Match(String from, String text, List<Range> ranges, int count) {
    /// Whether it goes before one that was said earlier.
    boolean isBetterThan(Match earlier) {
      return count == earlier.count ? !isBots() || earlier.isBots() : count > earlier.count;
    }

    private boolean isBots() {
      return from.equals(BOT);
    }
  }

  private record Range(int start, int end) {}

  /// @param kept the stored messages of a conversation, oldest first
  static Optional<Snippet> of(Document kept, List<Wanted> words) {
    Optional<Match> best = Optional.empty();
    for (IndexableField message : kept) {
      Match match = match(message.name(), Optional.ofNullable(message.stringValue()), words);
      if (best.isEmpty() || match.isBetterThan(best.get())) {
        best = Optional.of(match);
      }
    }
    return best.map(Snippets::snippet);
  }

  private static Match match(String from, Optional<String> stored, List<Wanted> words) {
    String text = stored.orElse("");
    List<Range> ranges = new ArrayList<>();
    if (words.isEmpty()) {
      return new Match(from, text, ranges, from.equals(CARER) ? 1 : 0);
    }
    List<Words.Token> tokens = Words.of(text, MOST_WORDS);
    int count = 0;
    for (Wanted word : words) {
      int before = ranges.size();
      for (int i = 0; i < tokens.size(); i++) {
        if (word.isAt(tokens, i)) {
          Words.Token last = tokens.get(i + word.terms().size() - 1);
          ranges.add(new Range(tokens.get(i).start(), last.end()));
        }
      }
      count += ranges.size() > before ? 1 : 0;
    }
    ranges.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return new Match(from, text, ranges, count);
  }

  private static Snippet snippet(Match match) {
    String text = match.text();
    int first = match.ranges().isEmpty() ? 0 : match.ranges().getFirst().start();
    int start = first <= BEFORE_THE_FIRST ? 0 : afterSpace(text, first - BEFORE_THE_FIRST, first);
    int end = text.length() - start <= MOST_CHARACTERS ? text.length() : beforeSpace(text, start);
    List<Part> parts = new ArrayList<>();
    if (start > 0) {
      parts.add(new Part(LEFT_OUT, false));
    }
    int done = start;
    for (Range range : match.ranges()) {
      // A word may be wanted twice, alone and in a phrase.
      int from = Math.max(range.start(), done);
      int to = Math.min(range.end(), end);
      if (from < to) {
        add(parts, text.substring(done, from), false);
        add(parts, text.substring(from, to), true);
        done = to;
      }
    }
    add(parts, text.substring(done, end), false);
    if (end < text.length()) {
      parts.add(new Part(LEFT_OUT, false));
    }
    return new Snippet(match.from().toLowerCase(Locale.ROOT), parts);
  }

  private static void add(List<Part> parts, String text, boolean matches) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, matches));
    }
  }

  /// The place after the first space in a stretch, or its end if it has none.
  private static int afterSpace(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i + 1;
      }
    }
    return to;
  }

  /// The last space before the snippet is too long, or where it must end if there is none.
  private static int beforeSpace(String text, int start) {
    int end = start + MOST_CHARACTERS;
    for (int i = end; i > start + MOST_CHARACTERS / 2; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }
}
