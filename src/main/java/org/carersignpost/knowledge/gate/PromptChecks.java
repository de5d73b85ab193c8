package org.carersignpost.knowledge.gate;

import java.util.List;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Gsm7;
import org.carersignpost.dialogue.Prompt;
import org.carersignpost.knowledge.files.Draft;
import org.carersignpost.knowledge.files.Draft.WrittenPrompt;

/// Whether every prompt can be said as written: nothing in braces that nobody fills, an answer to
/// each danger, and no longer than texts may be with the longest names in it.
final class PromptChecks {
  private static final String FOLDER = "prompts";

  /// Sent beside an answer, so it must not cost a second segment.
  private static final Pattern BESIDE_AN_ANSWER = Pattern.compile("notice\\..*|risk\\.possible");

  private static final int MOST_SEGMENTS_OF_RISK = 3;
  private static final int MOST_SEGMENTS = 2;

  private final Draft draft;
  private final Fillings fillings;
  private final Findings all;

  PromptChecks(Draft draft, Fillings fillings, Findings findings) {
    this.draft = draft;
    this.fillings = fillings;
    this.all = findings;
  }

  void check() {
    draft.prompts().forEach(this::check);
    for (String kind : draft.riskKinds()) {
      needed(Keys.RISK + kind);
      needed(Keys.NUMBERS + kind);
    }
  }

  private void check(String key, WrittenPrompt prompt) {
    Findings findings = all.of(Rule.PROMPTS).in(prompt.file());
    if (!draft.riskKinds().isEmpty() && !Keys.isSaid(key, draft.riskKinds())) {
      findings.warning(key, "is never said", "leave it out, or use the name of a prompt that is");
    }
    prompt.text().ifPresent(text -> braces(key, ".text", text, findings));
    braces(key, ".speech", prompt.speech(), findings);
    if (!Keys.isForeign(key)) {
      prompt.text().ifPresent(text -> length(key, text, findings.of(Rule.SEGMENTS)));
    }
  }

  private void braces(String key, String form, String words, Findings findings) {
    List<String> unfilled = fillings.unfilled(key, words);
    if (!unfilled.isEmpty()) {
      findings.error(
          key + form,
          "has %s, which carers would see or hear as it stands"
              .formatted(String.join(", ", unfilled)),
          fillings.filled(key).isEmpty()
              ? "no braces: nothing is filled in here"
              : "only what is filled in here: "
                  + String.join(", ", fillings.filled(key).stream().sorted().toList()));
    }
  }

  private void length(String key, String text, Findings findings) {
    String longest = fillings.written(text);
    int most = mostSegments(key);
    int segments = Gsm7.segments(Gsm7.plain(longest));
    if (segments > most) {
      findings.add(
          Severity.ERROR,
          key + ".text",
          "takes %d segments with the longest names in it (%d characters)"
              .formatted(segments, Gsm7.septets(longest)),
          "at most %d characters, which are %d".formatted(room(most), most),
          segments - most);
    } else if (Keys.isRiskReply(key) && Gsm7.segments(longest + " " + next()) > most) {
      findings.warning(
          key + ".text",
          "leaves no room for the sentence that says when the team is next there",
          "at most %d characters with the longest names in it"
              .formatted(room(most) - Gsm7.septets(next()) - 1));
    }
  }

  private String next() {
    return fillings.written(
        draft.prompts().containsKey(Prompt.RISK_NEXT_CLOSED.key())
            ? draft.prompts().get(Prompt.RISK_NEXT_CLOSED.key()).text().orElse("")
            : "");
  }

  private static int room(int segments) {
    return segments == 1 ? Gsm7.SINGLE : segments * Gsm7.JOINED;
  }

  private static int mostSegments(String key) {
    if (BESIDE_AN_ANSWER.matcher(key).matches()) {
      return 1;
    }
    return Keys.isRiskReply(key) ? MOST_SEGMENTS_OF_RISK : MOST_SEGMENTS;
  }

  private void needed(String key) {
    if (!draft.prompts().containsKey(key)) {
      all.of(Rule.PROMPTS)
          .in(FOLDER)
          .error(key, "is missing, so this danger would not be answered", "write it");
    }
  }
}
