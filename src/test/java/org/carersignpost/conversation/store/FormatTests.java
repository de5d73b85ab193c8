package org.carersignpost.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.privacy.Seal;
import org.carersignpost.privacy.SealException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is stored today must be readable by every later version, and what an older one stored by
/// this.
class FormatTests {
  private static final ConversationId ID = new ConversationId("someone");

  @Test
  void aConversationFromBeforeThereWereFieldsIsOneJustBegun() {
    assertThat(ConversationJson.read(json("{}"), ID)).isEqualTo(Conversation.begin(ID));
  }

  @Test
  void aConversationOfTheFirstFormatIsRead() {
    Conversation read =
        ConversationJson.read(
            json(
                """
                {"ownership": {"state": "waiting", "since": "2026-03-02T10:15:00Z"},
                 "priority": "URGENT", "topics": ["breaks-respite"], "question": "PLACE",
                 "offer": {"utterance": "a break", "topics": [["breaks-respite", 0.5]],
                           "shown": ["a"], "seen": ["a", "b"]},
                 "aFieldOfALaterVersion": {"any": "thing"}}
                """),
            ID);

    assertThat(read.ownership())
        .isEqualTo(new Ownership.Waiting(Instant.parse("2026-03-02T10:15:00Z")));
    assertThat(read.question()).contains(Conversation.Question.PLACE);
    assertThat(read.offer())
        .contains(
            new Conversation.Offer(
                "a break",
                List.of(new TopicScore("breaks-respite", 0.5)),
                List.of("a"),
                List.of("a", "b")));
    assertThat(read.slots()).isEqualTo(Slots.NONE);
  }

  @Test
  void anInterpretationComesBackEqual() {
    Interpretation meaning =
        new Interpretation(
            List.of(new Risk(Risk.Level.EMERGENCY, "collapse", "collapse-2")),
            new Intent.Find("breaks-respite"),
            0.1 + 0.2,
            List.of(new TopicScore("breaks-respite", 0.3), new TopicScore("dementia", 0.2)),
            new Slots(
                Optional.empty(),
                Optional.of("mother"),
                Optional.of(true),
                List.of("dementia"),
                Optional.of(new Place("Alton", List.of("Hampshire"), Place.Kind.TOWN, "")),
                Optional.of(new Place("Hook", List.of("Hart"), Place.Kind.TOWN, "")),
                Optional.of("SO23 8UJ"),
                Optional.of(17),
                Optional.of(81),
                Optional.of("07700900123"),
                Optional.of("after 6")),
            OptionalInt.of(2),
            true,
            List.of(Intent.Talk.ASK_FOR_PERSON),
            List.of("breaks-respite", "dementia"),
            Optional.of("pl"));

    JsonNode written = Json.tree(Json.bytes(MeaningJson.write(meaning)));
    assertThat(MeaningJson.read(written)).isEqualTo(meaning);
  }

  @Test
  void whatIsSealedForOneCarerCannotBeReadAsAnothers() {
    SealedJson sealed = new SealedJson(new Seal("a root secret for tests only"));
    byte[] body = sealed.body(new SealedJson.Body(Conversation.begin(ID), Optional.empty()));

    assertThat(sealed.body(body, ID).conversation()).isEqualTo(Conversation.begin(ID));
    assertThatThrownBy(() -> sealed.body(body, new ConversationId("another")))
        .isInstanceOf(SealException.class);
  }

  private static JsonNode json(String text) {
    return Json.tree(text.getBytes(StandardCharsets.UTF_8));
  }
}
