package org.carersignpost.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.carersignpost.dialogue.Prompt;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.understanding.Meanings;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class KnowledgeTests {
  private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
  private static final LocalDateTime CHRISTMAS_MORNING = CHRISTMAS.atTime(10, 0);

  @Test
  void startTellsHowMuchIsKnownAndHowMuchIsDoubtful() {
    assertThat(new Knowledge(Path.of("knowledge-base"), Set.of(), Meanings::directionOf).summary())
        .matches(
            "knowledge base [0-9a-f]{12}: [1-9]\\d+ services, [1-9]\\d+ guides;"
                + " fresh: \\d+, ageing: \\d+, unassured: [1-9]\\d+, low confidence: \\d+,"
                + " without a number: [1-9]\\d+");
  }

  @Test
  void settingsNameTheFolderAndTheBankHolidays() {
    MockEnvironment settings =
        new MockEnvironment()
            .withProperty("signpost.knowledge-base", "knowledge-base")
            .withProperty("signpost.bank-holidays[0]", "2026-12-25");
    assertThat(council(new Knowledge(settings, Meanings::directionOf), CHRISTMAS_MORNING))
        .isEqualTo("0300 555 1373");
    assertThat(
            council(new Knowledge(new MockEnvironment(), Meanings::directionOf), CHRISTMAS_MORNING))
        .isEqualTo("0300 555 1386");
  }

  private static String council(Knowledge knowledge, LocalDateTime now) {
    Signpost council =
        knowledge.directory().signpost("hcc-adults-health-and-care", now).orElseThrow();
    return council.numbers().getFirst().number();
  }

  @Test
  void promptsAndVersionAreThoseOfTheFiles() {
    Knowledge knowledge = new Knowledge(Path.of("knowledge-base"), Set.of(), Meanings::directionOf);
    assertThat(knowledge.prompts().text(Prompt.GREET_HELLO)).isNotBlank();
    assertThat(knowledge.version()).hasSize(12);
  }
}
