package org.carersignpost.outbox;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A carrier of a copy that dies in the middle of its work: from then on nothing is handed over,
/// and nobody gets an answer.
final class MortalCarrier implements TextCarrier, AutoCloseable {
  private final TextCarrier living;
  private final int lastPost;
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger swallowed = new AtomicInteger();
  private final CountDownLatch ghosts = new CountDownLatch(1);

  /// @param lastPost after so many posts it dies
  MortalCarrier(TextCarrier living, int lastPost) {
    this.living = living;
    this.lastPost = lastPost;
  }

  /// Whether it has died with something in hand.
  boolean isDead() {
    return swallowed.get() > 0;
  }

  /// How many texts were taken and never handed over, or never answered.
  int swallowed() {
    return swallowed.get();
  }

  /// Lets the threads of the dead end.
  @Override
  public void close() {
    ghosts.countDown();
  }

  @Override
  public Posted post(OutgoingId id, String to, String text) {
    if (posts.incrementAndGet() > lastPost) {
      return swallow(new Posted.Unsent());
    }
    Posted answer = living.post(id, to, text);
    return posts.get() > lastPost ? swallow(answer) : answer;
  }

  @Override
  public Found find(OutgoingId id, String to, String text, Instant notBefore) {
    return isDead() ? swallow(new Found.CannotSay()) : living.find(id, to, text, notBefore);
  }

  private <T> T swallow(T answer) {
    swallowed.incrementAndGet();
    try {
      ghosts.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }
}
