package org.carersignpost.handoff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.privacy.Seal;
import org.carersignpost.privacy.SealException;
import org.carersignpost.privacy.Shard;

/// How the waiting queue lies in Redis: a sorted set and a hash of sealed reasons in each shard.
///
/// The queue is written only inside the script that saves a conversation, so that no conversation
/// waits without being found; this type gives that script its part of Lua, its keys and its values.
/// The score puts the most at risk first, and within one priority whoever has waited longest.
public final class WaitingQueue {
  /// Lua functions `open_handoff(queue, reasons, id, band, at, sealed_reason)` and
  /// `close_handoff(queue, reasons, id)`, to be put in front of a script.
  public static final String LUA = resource("waiting.lua");

  /// Milliseconds fit below this until the year 2286, and three of it fit exactly into a score.
  private static final long BAND_WIDTH = 10_000_000_000_000L;

  private static final String UNKNOWN_REASON = "unknown";

  private final Seal seal;

  public WaitingQueue(Seal seal) {
    this.seal = seal;
  }

  /// The key of the sorted set in a shard.
  public static String queueKey(Shard shard) {
    return shard.key("waiting");
  }

  /// The key of the hash of sealed reasons in a shard.
  public static String reasonsKey(Shard shard) {
    return shard.key("waiting-reasons");
  }

  /// The part of the score that is the priority: the lower, the sooner.
  public static int band(Priority priority) {
    return switch (priority) {
      case CRISIS -> 0;
      case URGENT -> 1;
      case NORMAL -> 2;
    };
  }

  /// A reason as it is stored.
  public byte[] sealedReason(ConversationId conversation, String reason) {
    return seal.seal(reason.getBytes(StandardCharsets.UTF_8), context(conversation));
  }

  /// The handoff that stands in the queue with that score and sealed reason.
  ///
  /// A reason that cannot be read any more becomes `unknown`: the carer still waits.
  Handoff handoff(ConversationId conversation, double score, byte[] sealedReason) {
    long band = (long) score / BAND_WIDTH;
    long openedAt = (long) score % BAND_WIDTH;
    return new Handoff(
        conversation,
        priority(band),
        Instant.ofEpochMilli(openedAt),
        reason(conversation, sealedReason));
  }

  private static Priority priority(long band) {
    for (Priority priority : Priority.values()) {
      if (band(priority) == band) {
        return priority;
      }
    }
    throw new IllegalStateException("No priority has the band " + band);
  }

  private String reason(ConversationId conversation, byte[] sealedReason) {
    try {
      return new String(seal.open(sealedReason, context(conversation)), StandardCharsets.UTF_8);
    } catch (SealException e) {
      return UNKNOWN_REASON;
    }
  }

  private static String context(ConversationId conversation) {
    return "handoff:" + conversation.value();
  }

  private static String resource(String name) {
    try (InputStream in = WaitingQueue.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The script " + name + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
