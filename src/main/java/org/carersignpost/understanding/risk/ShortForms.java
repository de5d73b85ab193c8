package org.carersignpost.understanding.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes out what people shorten in texts: `u` is `you`, `cant` is `can not`.
///
/// The reading is generous: a word that is shortened and a word of its own (`ill`, `id`) is read
/// both ways, because a rule that fires wrongly is caught by its traps and a missed cry is not.
final class ShortForms {
  private static final Map<String, List<String>> TEXTING =
      inWords(
          Map.entry("u", "you"),
          Map.entry("ur", "your"),
          Map.entry("r", "are"),
          Map.entry("y", "why"),
          Map.entry("pls", "please"),
          Map.entry("plz", "please"),
          Map.entry("bcos", "because"),
          Map.entry("cos", "because"),
          Map.entry("coz", "because"),
          Map.entry("cuz", "because"),
          Map.entry("tho", "though"),
          Map.entry("ppl", "people"),
          Map.entry("2", "to"),
          Map.entry("4", "for"),
          Map.entry("2day", "today"),
          Map.entry("2nite", "tonight"),
          Map.entry("tonite", "tonight"),
          Map.entry("2moro", "tomorrow"),
          Map.entry("tmrw", "tomorrow"),
          Map.entry("n", "and"),
          Map.entry("nd", "and"),
          Map.entry("da", "the"),
          Map.entry("wiv", "with"),
          Map.entry("dnt", "dont"),
          Map.entry("cnt", "cant"),
          Map.entry("wnt", "want"),
          Map.entry("wana", "wanna"),
          Map.entry("hav", "have"),
          Map.entry("b", "be"),
          Map.entry("c", "see"),
          Map.entry("wot", "what"),
          Map.entry("nemore", "anymore"),
          Map.entry("thx", "thanks"),
          Map.entry("abt", "about"),
          Map.entry("jus", "just"),
          Map.entry("rn", "right now"),
          Map.entry("atm", "at the moment"));

  private static final Map<String, List<String>> CONTRACTED =
      inWords(
          Map.entry("im", "i am"),
          Map.entry("ive", "i have"),
          Map.entry("id", "i would"),
          Map.entry("ill", "i will"),
          Map.entry("dont", "do not"),
          Map.entry("cant", "can not"),
          Map.entry("cannot", "can not"),
          Map.entry("wont", "will not"),
          Map.entry("hes", "he is"),
          Map.entry("shes", "she is"),
          Map.entry("theyre", "they are"),
          Map.entry("youre", "you are"),
          Map.entry("isnt", "is not"),
          Map.entry("doesnt", "does not"),
          Map.entry("didnt", "did not"),
          Map.entry("hasnt", "has not"),
          Map.entry("havent", "have not"),
          Map.entry("wasnt", "was not"),
          Map.entry("arent", "are not"),
          Map.entry("wouldnt", "would not"),
          Map.entry("couldnt", "could not"),
          Map.entry("whats", "what is"),
          Map.entry("theres", "there is"),
          Map.entry("wanna", "want to"),
          Map.entry("gonna", "going to"),
          Map.entry("its", "it is"),
          Map.entry("thats", "that is"));

  private ShortForms() {}

  @SafeVarargs
  private static Map<String, List<String>> inWords(Map.Entry<String, String>... meanings) {
    Map<String, List<String>> inWords = new HashMap<>();
    for (Map.Entry<String, String> meaning : meanings) {
      inWords.put(meaning.getKey(), List.of(meaning.getValue().split(" ")));
    }
    return Map.copyOf(inWords);
  }

  /// What a texted short form stands for; the word itself if it is none.
  static List<String> texted(String word) {
    List<String> meant = TEXTING.get(word);
    return meant == null ? List.of(word) : meant;
  }

  /// The words in full: several for a contraction, the word itself when there is nothing to do.
  static List<String> writtenOut(String word) {
    List<String> texted = texted(word);
    if (texted.size() == 1) {
      return contraction(texted.getFirst());
    }
    List<String> full = new ArrayList<>();
    for (String meant : texted) {
      full.addAll(contraction(meant));
    }
    return full;
  }

  /// The words that a contraction stands for, or the word itself.
  static List<String> contraction(String word) {
    List<String> meant = CONTRACTED.get(word);
    return meant == null ? List.of(word) : meant;
  }
}
