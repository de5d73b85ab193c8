package org.carersignpost.knowledge.files;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Gsm7;

/// What holds for words that carers get to read, wherever they stand.
final class TextChecks {
  /// Words that Twilio acts on by itself, so a carer who is asked to send one never reaches us.
  private static final String OPT_OUT_WORDS =
      "STOP|END|QUIT|CANCEL|UNSUBSCRIBE|REVOKE|OPTOUT|STOPALL|YES|START|UNSTOP|HELP|INFO";

  private static final Pattern IN_CAPITALS = Pattern.compile("\\b(?:" + OPT_OUT_WORDS + ")\\b");

  private static final Pattern OFFERED =
      Pattern.compile(
          "\\b(?:text|reply|send|write|answer)\\s+(?:us\\s+)?(?:with\\s+)?"
              + "(?:the\\s+word\\s+[\"']?|[\"'])(?:"
              + OPT_OUT_WORDS.toLowerCase(Locale.ROOT)
              + ")\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

  private final Faults faults;

  TextChecks(Faults faults) {
    this.faults = faults;
  }

  /// Words that go into a text message.
  void texted(String field, String words) {
    if (!Gsm7.isGsm7(words)) {
      faults.add(field, "has characters that texts cannot carry: " + foreign(words));
    }
    if (IN_CAPITALS.matcher(words).find() || OFFERED.matcher(words).find()) {
      faults.add(field, "offers a word that phone networks act on, such as STOP, YES or HELP");
    }
  }

  /// Words that go into a text message and must not be longer than this, in septets.
  void texted(String field, String words, int most) {
    texted(field, words);
    int septets = Gsm7.septets(words);
    if (septets > most) {
      faults.add(field, "has %d characters, at most %d fit".formatted(septets, most));
    }
  }

  void texted(String field, Optional<String> words) {
    words.ifPresent(given -> texted(field, given));
  }

  private static String foreign(String words) {
    StringBuilder foreign = new StringBuilder();
    words
        .codePoints()
        .distinct()
        .mapToObj(Character::toString)
        .filter(character -> !Gsm7.isGsm7(character))
        .forEach(foreign::append);
    return foreign.toString();
  }

  /// The address of a page.
  void url(String field, String url) {
    if (!isUrl(url)) {
      faults.add(field, url + " is not an address that begins with https:// or http://");
    }
  }

  private static boolean isUrl(String url) {
    try {
      URI uri = new URI(url);
      return uri.getHost() != null
          && uri.getHost().contains(".")
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  void email(String field, String email) {
    if (!EMAIL.matcher(email).matches()) {
      faults.add(field, email + " is not an email address");
    }
  }
}
