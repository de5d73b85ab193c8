package org.carersignpost.conversation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.carersignpost.conversation.store.Recordings;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Heard;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.handoff.PhoneCarrier;
import org.carersignpost.privacy.Seal;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;

/// The carers of tests, who ring from mobiles.
public final class TestCallers {
  private final Conversations conversations;
  private final String call;
  private final String number;
  private int steps;

  private TestCallers(Conversations conversations, String call, String number) {
    this.conversations = conversations;
    this.call = call;
    this.number = number;
  }

  /// Rings the service.
  public static TestCallers rings(Conversations conversations, String call, String number) {
    return new TestCallers(conversations, call, number).step(new Heard.Began(), "");
  }

  public TestCallers presses(String keys) {
    return step(new Heard.Keys(keys), "");
  }

  public TestCallers says(String words) {
    return step(new Heard.Words(OptionalDouble.of(1)), words);
  }

  public TestCallers goesUnreached() {
    return step(new Heard.Left(Heard.Left.How.UNREACHED), "");
  }

  public TestCallers leavesMessage(String recording, int seconds) {
    return step(new Heard.Recorded(recording, seconds), "");
  }

  public TestCallers hangsUp() {
    return step(new Heard.Ended(), "");
  }

  /// Asks for a person, whom nobody can be, and to be rung back then.
  public TestCallers wantsToBeRungBack(String when) {
    return presses("0").goesUnreached().presses("1").says(when);
  }

  /// The id of the caller's conversation.
  public String conversation() {
    return conversations.byNumber(number).orElseThrow().id();
  }

  private TestCallers step(Heard heard, String words) {
    CallStep step = new CallStep(call, steps++, heard);
    conversations.take(
        new Received(
            step.id(""),
            Channel.VOICE,
            InboundMessage.Sender.MOBILE,
            Optional.of(number),
            words,
            0,
            Optional.empty(),
            Optional.of(step)));
    return this;
  }

  /// Keeps the sound of a message, which says only its own name.
  public static void keepsMessage(
      ApplicationContext context, String conversation, String recording) {
    new Recordings(context.getBean(StringRedisTemplate.class), context.getBean(Seal.class))
        .keep(
            conversation,
            recording,
            new PhoneCarrier.Recording(recording.getBytes(StandardCharsets.UTF_8), "audio/x-wav"),
            Instant.parse("2026-03-20T10:15:00Z"));
  }
}
