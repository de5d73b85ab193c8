package org.carersignpost.knowledge.feeds;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Gsm7;
import org.carersignpost.knowledge.files.ServiceRecords;
import org.jsoup.Jsoup;

/// Words without markup, and words that fit into a text message.
final class PlainText {
  /// Markup of markup, as careless exports have it, is undone this often.
  private static final int MOST_LAYERS = 2;

  private static final Pattern TAG_OR_ENTITY = Pattern.compile("<[a-zA-Z/!]|&[a-zA-Z#0-9]{2,10};");
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\[\\]]{0,300})\\]\\([^()]{0,500}\\)");
  private static final Pattern LINE_MARK =
      Pattern.compile("(?m)^[ \\t]*(?:#{1,6}[ \\t]+|>[ \\t]?|[*+-][ \\t]+|`{3}.*$)");
  private static final Pattern EMPHASIS = Pattern.compile("\\*{1,3}|_{2,3}|~~|`");
  private static final Pattern INVISIBLE = Pattern.compile("[\u00AD\u200B-\u200F\u2060\uFEFF]");
  private static final Pattern SPACE = Pattern.compile("[\\s\u00A0]+");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_TEXTED = Pattern.compile("\\?{2,}");
  private static final Pattern OPT_OUT_WORD =
      Pattern.compile(
          "\\b(STOP|END|QUIT|CANCEL|UNSUBSCRIBE|REVOKE|OPTOUT|STOPALL|YES|START|UNSTOP|HELP|INFO)\\b");

  private PlainText() {}

  /// One line of words without HTML and Markdown.
  static String of(String markup) {
    String text = INVISIBLE.matcher(markup).replaceAll("");
    for (int i = 0; i < MOST_LAYERS && TAG_OR_ENTITY.matcher(text).find(); i++) {
      text = Jsoup.parse(text.replace("\n", "<br>")).wholeText();
    }
    text = LINK.matcher(text).replaceAll("$1");
    text = LINE_MARK.matcher(text).replaceAll("");
    text = EMPHASIS.matcher(text).replaceAll("");
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /// Words in the alphabet of text messages: letters lose accents it lacks, other signs are left
  /// out, and words that phone networks act on are written small.
  static String texted(String words) {
    StringBuilder texted = new StringBuilder(words.length());
    Gsm7.withLookAlikes(words)
        .codePoints()
        .mapToObj(Character::toString)
        .map(PlainText::texteds)
        .forEach(texted::append);
    String spaced = SPACE.matcher(texted).replaceAll(" ").strip();
    return OPT_OUT_WORD
        .matcher(NOT_TEXTED.matcher(spaced).replaceAll("?"))
        .replaceAll(
            word -> word.group().charAt(0) + word.group().substring(1).toLowerCase(Locale.ROOT));
  }

  private static String texteds(String sign) {
    if (Gsm7.isGsm7(sign)) {
      return sign;
    }
    String bare = ACCENT.matcher(Normalizer.normalize(sign, Normalizer.Form.NFKD)).replaceAll("");
    return Gsm7.isGsm7(bare) ? bare : "";
  }

  /// Words of somebody else's for a text message, cut where a sentence or a word ends; empty when
  /// nothing that may be texted is left.
  static Optional<String> texted(Optional<String> markup, int most) {
    return markup
        .map(PlainText::of)
        .map(PlainText::texted)
        .map(words -> cut(words, most))
        .filter(words -> !words.isBlank() && ServiceRecords.mayBeTexted(words));
  }

  /// The words, or as many of them as take at most so many septets.
  static String cut(String words, int most) {
    if (Gsm7.septets(words) <= most) {
      return words;
    }
    int end = 0;
    for (int at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) {
      if (Gsm7.septets(words.substring(0, at)) > most) {
        break;
      }
      end = at;
    }
    // A single word that is too long says nothing when it is cut.
    return words.substring(0, end).replaceAll("[\\s,;:(/&-]+$", "");
  }
}
