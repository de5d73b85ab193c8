package org.carersignpost.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.carersignpost.conversation.store.Reviews;
import org.carersignpost.conversation.store.Reviews.Review;
import org.carersignpost.conversation.store.Stored;
import org.carersignpost.conversation.store.StoredConversations;
import org.carersignpost.conversation.store.StoredMessage;
import org.carersignpost.conversation.store.StoredMessage.Author;

/// What supervisors think of the service's answers, and what must be put right in the knowledge
/// base because of it.
///
/// While the store is away every method ends in a [org.springframework.dao.DataAccessException].
public final class QualityReview {
  private final Reviews reviews;
  private final StoredConversations stored;
  private final Clock clock;

  QualityReview(Reviews reviews, StoredConversations stored, Clock clock) {
    this.reviews = reviews;
    this.stored = stored;
    this.clock = clock;
  }

  /// What somebody thinks of an answer.
  ///
  /// @param isGood thumbs up
  /// @param reason may be empty
  /// @param by the account name
  public record Verdict(boolean isGood, String reason, String by, Instant at) {}

  /// An answer that was not good.
  ///
  /// @param conversation the conversation's id
  /// @param line the number of the answer's line
  /// @param utterance what the carer had said
  /// @param intent what it was taken for; an editor adds the utterance to the right one
  /// @param answer what the service said
  public record Correction(
      String conversation,
      long line,
      Optional<String> team,
      String utterance,
      String intent,
      String answer,
      Verdict verdict) {}

  /// Keeps what somebody thinks of an answer of the service.
  ///
  /// @return false if there is no answer of the service in that line
  public boolean judge(String conversation, long line, boolean isGood, String reason, String by) {
    boolean isAnswer =
        stored.read(conversation, true).stream()
            .flatMap(found -> found.messages().stream())
            .anyMatch(message -> message.sequence() == line && message.from() == Author.BOT);
    if (isAnswer) {
      reviews.keep(conversation, new Review(line, isGood, reason, by, clock.instant()));
    }
    return isAnswer;
  }

  /// What was thought of the answers in one conversation, by their lines.
  public Map<Long, Verdict> of(String conversation) {
    Map<Long, Verdict> verdicts = new TreeMap<>();
    reviews.of(conversation).forEach((line, review) -> verdicts.put(line, verdict(review)));
    return verdicts;
  }

  /// What has not been put right, newest first.
  ///
  /// @param maySee by the id of the team
  public List<Correction> corrections(Predicate<Optional<String>> maySee) {
    List<Correction> corrections = new ArrayList<>();
    for (Reviews.Open open : reviews.open()) {
      stored
          .read(open.conversation(), true)
          .flatMap(found -> correction(found, open.review()))
          .filter(correction -> maySee.test(correction.team()))
          .ifPresent(corrections::add);
    }
    return corrections;
  }

  /// It has been put right, or there is nothing to put right.
  public void settle(String conversation, long line) {
    reviews.settle(conversation, line);
  }

  private static Optional<Correction> correction(Stored stored, Review review) {
    Optional<StoredMessage> answer =
        stored.messages().stream()
            .filter(message -> message.sequence() == review.line())
            .findFirst();
    Optional<StoredMessage> said =
        stored.messages().stream()
            .filter(message -> message.from() == Author.CARER)
            .filter(message -> message.sequence() < review.line())
            .reduce((earlier, later) -> later);
    return answer.map(found ->
        new Correction(
            stored.conversation().id().value(),
            review.line(),
            stored.conversation().routing().map(routing -> routing.team()),
            said.map(StoredMessage::text).orElse(""),
            said.flatMap(StoredMessage::heard)
                .map(heard -> heard.meaning().intent().id())
                .orElse(""),
            found.text(),
            verdict(review)));
  }

  private static Verdict verdict(Review review) {
    return new Verdict(review.isGood(), review.reason(), review.by(), review.at());
  }
}
