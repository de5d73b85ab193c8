package org.carersignpost.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AnswerTests {
  private static final Prompts PROMPTS =
      new Prompts(
          Stream.of(Prompt.values())
              .collect(
                  Collectors.toMap(Prompt::key, prompt -> new Prompts.Form("x".repeat(70), "x"))));

  private static Moment moment(boolean distressed) {
    Interpretation plain = Samples.meaning(new Intent.Find("dementia"));
    return new Moment(
        Conversation.begin(Samples.CARER),
        Samples.message("words"),
        new Interpretation(
            plain.risks(),
            plain.intent(),
            plain.confidence(),
            plain.topics(),
            plain.slots(),
            plain.choice(),
            distressed),
        Samples.IN_HOURS,
        Samples.directory(false),
        PROMPTS);
  }

  private static Signpost signpost(String id, int name, int offer) {
    Signpost sample = Samples.signpost(id, "0300 555 1386");
    return new Signpost(
        id,
        "n".repeat(name),
        "o".repeat(offer),
        sample.spoken(),
        sample.numbers(),
        sample.url(),
        sample.email(),
        sample.opening(),
        sample.area(),
        sample.eligibility(),
        sample.cost(),
        sample.assured(),
        sample.uncertain());
  }

  @Property(tries = 400)
  void everyAnswerFitsTwoSegmentsAndKeepsItsNumbers(
      @ForAll @IntRange(min = 4, max = 38) int firstName,
      @ForAll @IntRange(min = 10, max = 72) int firstOffer,
      @ForAll @IntRange(min = 4, max = 38) int secondName,
      @ForAll @IntRange(min = 10, max = 72) int secondOffer,
      @ForAll boolean distressed) {
    Answer answer =
        Answer.services(
            moment(distressed),
            List.of(signpost("a", firstName, firstOffer), signpost("b", secondName, secondOffer)),
            Optional.empty(),
            true);
    assertThat(Gsm7.segments(answer.text())).isLessThanOrEqualTo(2);
    assertThat(answer.text().split("0300 555 1386", -1)).hasSize(answer.shown().size() + 1);
    assertThat(answer.text()).contains("x".repeat(70));
    assertThat(answer.shown()).containsExactly("a", "b");
  }
}
