package org.carersignpost.outbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A carrier that answers what a test wants, one answer after the other, and otherwise takes every
/// text.
final class FakeCarrier implements TextCarrier {
  private final Deque<Posted> answers = new ArrayDeque<>();
  private final List<Post> posts = new ArrayList<>();
  private final List<FoundMessage> messages = new ArrayList<>();
  private int looks;
  private boolean canSay = true;

  record Post(OutgoingId id, String to, String text) {}

  synchronized void answerNext(Posted... next) {
    answers.addAll(List.of(next));
  }

  /// From now on it has this message.
  synchronized void has(String sid, String status, String text, Instant created) {
    messages.add(new FoundMessage(sid, status, Optional.empty(), text, created));
  }

  synchronized void canSay(boolean can) {
    canSay = can;
  }

  synchronized List<Post> posts() {
    return List.copyOf(posts);
  }

  synchronized List<String> texts() {
    return posts.stream().map(Post::text).toList();
  }

  synchronized int looks() {
    return looks;
  }

  @Override
  public synchronized Posted post(OutgoingId id, String to, String text) {
    posts.add(new Post(id, to, text));
    Posted next = answers.poll();
    return next == null ? new Posted.Accepted("SM" + posts.size(), "queued") : next;
  }

  @Override
  public synchronized Found find(OutgoingId id, String to, String text, Instant notBefore) {
    looks++;
    if (!canSay) {
      return new Found.CannotSay();
    }
    return new Found.Messages(
        messages.stream()
            .filter(each -> each.body().equals(text) && !each.created().isBefore(notBefore))
            .toList());
  }
}
