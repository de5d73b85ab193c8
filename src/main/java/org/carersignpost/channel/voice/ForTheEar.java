package org.carersignpost.channel.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.channel.Diction;

/// Turns sentences as they are read into what a voice says: numbers digit by digit with pauses
/// between their groups, addresses and signs in words, names as people say them.
final class ForTheEar {
  /// Phone numbers in their usual groups, the short ones included.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\d.£])(?:(?:\\+44 ?|0)\\d{2,4}(?: ?\\d{2,4}){1,3}|116 ?\\d{3}|18000|18001|85258"
              + "|999|112|111|101|105|119|159)(?![\\d%]|\\.\\d)");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://)?(?:www\\.)?((?:[a-z0-9-]+\\.)+(?:uk|org|com|net|gov|info|co))((?:/[\\w./-]*)?)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EMAIL =
      Pattern.compile("([\\w.+-]+)@((?:[a-z0-9-]+\\.)+[a-z]{2,})", Pattern.CASE_INSENSITIVE);

  private static final Pattern HALF_HOURS = Pattern.compile("\\b(\\d{1,2})\\.(\\d{2}) ?(am|pm)");
  private static final Pattern SPAN_OF_TIME =
      Pattern.compile("(?<=\\d|am|pm|day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\s?[-–]\\s?(?=\\d|[A-Z])");
  private static final Pattern POUNDS = Pattern.compile("£ ?(\\d+)(?:\\.(\\d\\d))?");

  /// Longer than a year, or no year: nobody wants it read as thousands.
  private static final Pattern ODD_NUMBER =
      Pattern.compile("(?<![\\d:])(?!(?:19|20)\\d\\d(?!\\d))\\d{4,}");

  private static final Pattern DISTRICT =
      Pattern.compile("\\b([A-Z]{1,2})(\\d{1,2})(?![\\dA-Za-z])");
  private static final Pattern UNSPEAKABLE = Pattern.compile("[^\\p{L}\\p{N}\\p{M} .,?!':-]");

  private static final Map<String, String> SIGNS =
      Map.of(
          "&",
          " and ",
          "%",
          " percent",
          "+",
          " plus ",
          "@",
          " at ",
          "=",
          " is ",
          "/",
          " or ",
          "(",
          ", ",
          ")",
          ", ",
          ";",
          ".",
          "’",
          "'");

  private final Diction diction;

  ForTheEar(Diction diction) {
    this.diction = diction;
  }

  /// What is said without a pause.
  ///
  /// @param words for the voice
  /// @param isDigits whether it is part of a number, so that a pause belongs after it
  record Piece(String words, boolean isDigits) {}

  /// Sentences in pieces; the words of several sentences become one piece.
  List<Piece> pieces(List<String> sentences) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (String written : sentences) {
      String sentence = addressesSpelt(written);
      int end = 0;
      Matcher numbers = NUMBER.matcher(sentence);
      while (numbers.find()) {
        words.append(' ').append(sentence, end, numbers.start());
        List<String> groups = groups(numbers.group());
        if (groups.size() == 1) {
          words.append(' ').append(groups.getFirst());
        } else {
          flush(words, pieces);
          groups.forEach(group -> pieces.add(new Piece(group, true)));
        }
        end = numbers.end();
      }
      words.append(' ').append(sentence.substring(end));
    }
    flush(words, pieces);
    return pieces;
  }

  /// The same for a voice that takes no pauses but those of commas.
  String text(List<String> sentences) {
    List<Piece> pieces = pieces(sentences);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      text.append(pieces.get(i).words());
      boolean isLast = i + 1 == pieces.size();
      if (pieces.get(i).isDigits()) {
        text.append(isLast || beginsSentence(pieces.get(i + 1)) ? "." : ",");
      }
      text.append(isLast ? "" : " ");
    }
    return text.toString();
  }

  private static boolean beginsSentence(Piece piece) {
    return Character.isUpperCase(piece.words().codePointAt(0));
  }

  private void flush(StringBuilder words, List<Piece> pieces) {
    String said = said(words.toString());
    words.setLength(0);
    if (said.codePoints().anyMatch(Character::isLetterOrDigit)) {
      pieces.add(new Piece(said, false));
    }
  }

  /// `0300 555 1386` in its groups, each digit on its own.
  private static List<String> groups(String number) {
    List<String> groups = new ArrayList<>();
    for (String group : number.replace("+44", "0").replaceFirst("^0 ", "0").split(" ")) {
      groups.add(digitByDigit(group));
    }
    return groups;
  }

  private String said(String sentence) {
    String said = sentence.replace("24/7", "day and night");
    said = HALF_HOURS.matcher(said).replaceAll("$1:$2$3");
    said = SPAN_OF_TIME.matcher(said).replaceAll(" to ");
    said = POUNDS.matcher(said).replaceAll(ForTheEar::pounds);
    said = DISTRICT.matcher(said).replaceAll(ForTheEar::district);
    said = ODD_NUMBER.matcher(said).replaceAll(found -> digitByDigit(found.group()));
    said = diction.pronounced(said);
    for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
      said = said.replace(sign.getKey(), sign.getValue());
    }
    said = UNSPEAKABLE.matcher(said).replaceAll(" ");
    return said.replaceAll("\\s+", " ")
        .replaceAll(" ([.,?!])", "$1")
        .replaceAll(",+([.,?!])", "$1")
        .replaceAll("^[.,?! ]+", "")
        .strip();
  }

  /// Before numbers are looked for, so that one within an address does not divide it.
  private static String addressesSpelt(String sentence) {
    if (sentence.indexOf('.') < 0) {
      return sentence;
    }
    String spelt = EMAIL.matcher(sentence).replaceAll(ForTheEar::email);
    return ADDRESS.matcher(spelt).replaceAll(ForTheEar::address);
  }

  private static String digitByDigit(String digits) {
    return String.join(" ", digits.split(""));
  }

  private static String email(MatchResult found) {
    return Matcher.quoteReplacement(spelt(found.group(1)) + " at " + spelt(found.group(2)));
  }

  private static String address(MatchResult found) {
    String path = found.group(2).replaceAll("[./]+$", "");
    return Matcher.quoteReplacement(spelt(found.group(1)) + spelt(path.replace("/", " slash ")));
  }

  private static String spelt(String part) {
    return part.replace(".", " dot ").replace("-", " dash ").replace("_", " underscore ");
  }

  private static String pounds(MatchResult found) {
    String pence = found.group(2);
    return found.group(1) + " pounds" + (pence == null || pence.equals("00") ? "" : " " + pence);
  }

  private static String district(MatchResult found) {
    return String.join(" ", found.group(1).split("")) + " " + found.group(2);
  }
}
