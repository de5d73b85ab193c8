package org.carersignpost.knowledge.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Gsm7;
import org.carersignpost.dialogue.Prompts;
import tools.jackson.databind.JsonNode;

/// Gathers the sentences of `prompts/*.yaml`, checks that they fit into text messages, and makes
/// [Prompts] of them.
final class PromptFiles {
  static final String FOLDER = "prompts";

  /// These are sent beside an answer, so they must not cost a second segment.
  private static final Pattern BESIDE_AN_ANSWER = Pattern.compile("notice\\..*|risk\\.possible");

  private static final String RISK = "risk.";

  /// Fixed sentences in other languages need letters that GSM-7 does not have.
  private static final String OTHER_LANGUAGES = "language.";

  /// Three segments of 67 characters in UCS-2.
  private static final int MOST_CHARACTERS_ELSEWHERE = 3 * 67;

  private static final int MOST_SEGMENTS_OF_RISK = 3;
  private static final int MOST_SEGMENTS = 2;

  /// The notice and the answers about stopping must name the words that stop and start.
  private static final Pattern ABOUT_STOPPING = Pattern.compile("(?:notice|stop|start)\\..*");

  private static final Pattern STOP_OR_START = Pattern.compile("\\b(?:STOP|START)\\b");

  private final Map<String, Prompts.Form> forms = new LinkedHashMap<>();
  private final Map<String, Draft.WrittenPrompt> written = new LinkedHashMap<>();
  private final QuotedNumbers numbers;

  PromptFiles(QuotedNumbers numbers) {
    this.numbers = numbers;
  }

  /// Said on the phone only, so that there is nothing to write.
  private static final Pattern SPOKEN_ONLY = Pattern.compile("(?:call|spoken|numbers)\\..*");

  private record Entry(Optional<String> text, String speech) implements OpenReferral {}

  /// Adds the prompts of one file: a map of keys to text and speech.
  ///
  /// @param name the file's
  void add(String name, JsonNode file, Faults faults) {
    if (!file.isObject()) {
      faults.add("", "must be a map of prompts");
      return;
    }
    for (Map.Entry<String, JsonNode> prompt : file.properties()) {
      String key = prompt.getKey();
      int before = faults.count();
      new Shape(faults).check(prompt.getValue(), Entry.class, key);
      if (faults.count() > before) {
        continue;
      }
      JsonNode text = prompt.getValue().path("text");
      if (text.isMissingNode() && !SPOKEN_ONLY.matcher(key).matches()) {
        faults.add(key + ".text", "is missing");
        continue;
      }
      String speech = prompt.getValue().get("speech").stringValue();
      Prompts.Form form = new Prompts.Form(text.asString(speech), speech);
      check(key, form, faults);
      written.putIfAbsent(
          key,
          new Draft.WrittenPrompt(
              name, text.isMissingNode() ? Optional.empty() : Optional.of(form.text()), speech));
      if (forms.putIfAbsent(key, form) != null) {
        faults.add(key, "is in another file too");
      }
    }
  }

  private void check(String key, Prompts.Form form, Faults faults) {
    numbers.check(key + ".text", form.text(), faults);
    numbers.check(key + ".speech", form.speech(), faults);
    if (SPOKEN_ONLY.matcher(key).matches()) {
      return;
    }
    if (key.startsWith(OTHER_LANGUAGES)) {
      checkForeign(key, form, faults);
      return;
    }
    String words =
        ABOUT_STOPPING.matcher(key).matches()
            ? STOP_OR_START.matcher(form.text()).replaceAll("")
            : form.text();
    new TextChecks(faults).texted(key + ".text", words);
    int most = mostSegments(key);
    if (Gsm7.segments(form.text()) > most) {
      faults.add(
          key + ".text",
          "takes %d text messages, at most %d are sent"
              .formatted(Gsm7.segments(form.text()), most));
    }
  }

  private static void checkForeign(String key, Prompts.Form form, Faults faults) {
    if (form.text().length() > MOST_CHARACTERS_ELSEWHERE) {
      faults.add(
          key + ".text",
          "has %d characters, at most %d are sent"
              .formatted(form.text().length(), MOST_CHARACTERS_ELSEWHERE));
    }
    if (!form.text().contains("999")) {
      faults.add(key + ".text", "must name 999");
    }
  }

  private static int mostSegments(String key) {
    if (BESIDE_AN_ANSWER.matcher(key).matches()) {
      return 1;
    }
    return key.startsWith(RISK) ? MOST_SEGMENTS_OF_RISK : MOST_SEGMENTS;
  }

  /// Every prompt that has the right shape, as it is written.
  Map<String, Draft.WrittenPrompt> written() {
    return Collections.unmodifiableMap(written);
  }

  /// All prompts; empty, with the fault noted, when one that the dialogue uses is missing.
  Optional<Prompts> prompts(Faults faults) {
    try {
      return Optional.of(new Prompts(forms));
    } catch (IllegalArgumentException e) {
      faults.add("", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
