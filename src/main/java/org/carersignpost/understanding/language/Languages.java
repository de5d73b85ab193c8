package org.carersignpost.understanding.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.understanding.words.Word;

/// Tells whether a message is in another language, and finds the plainest words for danger in it.
///
/// A message counts as English unless it has at least three words, most of them unknown in English,
/// and one of the languages stands out clearly. Two things need no three words: a script of its
/// own, and a danger named in the other language. To take English for something else is the worse
/// mistake.
///
/// It may be used by any number of threads. A message of English words alone costs no more than to
/// look them up.
public final class Languages {
  private static final int FEWEST_WORDS = 3;
  private static final int FEWEST_UNKNOWN = 2;

  /// English, and no danger named in another language.
  public static final Found ENGLISH = new Found(Optional.empty(), List.of());

  private final EnglishWords english;
  private final CommonWords common;
  private final DangerPhrases dangers;
  private final LanguageModel model;

  private Languages(
      EnglishWords english, CommonWords common, DangerPhrases dangers, LanguageModel model) {
    this.english = english;
    this.common = common;
    this.dangers = dangers;
    this.model = model;
  }

  /// What was found in a message.
  ///
  /// @param language as an ISO 639-1 code, `ne-Latn` for Nepali in Latin letters; empty for English
  ///   and for what is not clear
  /// @param dangers the dangers named in that language, by rules like `language.pl`; mostly none
  public record Found(Optional<String> language, List<Risk> dangers) {
    public Found {
      dangers = List.copyOf(dangers);
    }
  }

  /// Reads the words for danger of every language.
  ///
  /// @param folder `knowledge-base/risk/languages`
  /// @param levels how serious each kind of danger is
  /// @param alsoEnglish further English words; safe to call from any thread
  /// @throws IllegalArgumentException if a file cannot be used; the message names it
  public static Languages load(
      Path folder, Map<String, Risk.Level> levels, Predicate<String> alsoEnglish) {
    CommonWords common = CommonWords.read();
    return new Languages(
        new EnglishWords(common.all(), alsoEnglish),
        common,
        DangerPhrases.load(folder, levels),
        new LanguageModel());
  }

  /// Reads the language model in the background, so that nobody waits for it later.
  public void readAhead() {
    Thread.ofPlatform().daemon().name("language-model").start(model::read);
  }

  /// In which language a message is, and the dangers it names there.
  ///
  /// @param utterance the message
  /// @param words its words
  public Found read(String utterance, List<Word> words) {
    int known = 0;
    int unknown = 0;
    boolean mayBeDanger = false;
    for (Word word : words) {
      switch (english.judge(word.text())) {
        case KNOWN -> known++;
        case UNKNOWN -> {
          unknown++;
          mayBeDanger |= dangers.mayHold(word.text());
        }
        case NEITHER -> {}
      }
    }
    boolean isEnglish = unknown <= known && !mayBeDanger;
    return isEnglish ? ENGLISH : look(utterance, words, known, unknown);
  }

  private Found look(String utterance, List<Word> words, int known, int unknown) {
    boolean isPlain = words.stream().map(Word::text).allMatch(Folding::isPlain);
    List<String> folded =
        isPlain ? words.stream().map(Word::text).toList() : Folding.words(utterance);
    DangerPhrases.Found named = dangers.find(folded);
    Optional<String> script = isPlain ? Optional.empty() : Script.languageOf(utterance);
    if (script.isPresent()) {
      return new Found(script, named.risks());
    }
    if (unknown <= known) {
      return named.risks().isEmpty() ? ENGLISH : new Found(Optional.empty(), named.risks());
    }
    if (named.language().isPresent()) {
      return new Found(named.language(), named.risks());
    }
    boolean isLongEnough = words.size() >= FEWEST_WORDS && unknown >= FEWEST_UNKNOWN;
    return isLongEnough ? new Found(standingOut(utterance, folded), List.of()) : ENGLISH;
  }

  private Optional<String> standingOut(String utterance, List<String> folded) {
    return common
        .most(folded, word -> english.judge(word) == EnglishWords.Judgement.UNKNOWN)
        .flatMap(clear -> model.agreed(clear, utterance));
  }

  /// Whether a phrase of danger could be said in English, for a check of the files.
  List<String> englishPhrases() {
    return dangers.phrases().stream()
        .filter(phrase -> Folding.words(phrase).stream().allMatch(english::isWord))
        .toList();
  }
}
