package org.carersignpost.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.outbox.OutgoingId;

/// Delivery reports that a test can look at.
public final class FakeReports implements DeliveryReports, AnswerReports {
  private final List<Report> taken = new ArrayList<>();
  private final List<OfAnswer> ofAnswers = new ArrayList<>();

  public record Report(OutgoingId id, String sid, String status, Optional<Integer> error) {}

  public record OfAnswer(
      String to, MessageId message, int part, String status, Optional<Integer> error) {}

  public synchronized void clear() {
    taken.clear();
    ofAnswers.clear();
  }

  public synchronized List<Report> taken() {
    return List.copyOf(taken);
  }

  public synchronized List<OfAnswer> ofAnswers() {
    return List.copyOf(ofAnswers);
  }

  @Override
  public synchronized void reported(
      String to, MessageId message, int part, String status, Optional<Integer> error) {
    ofAnswers.add(new OfAnswer(to, message, part, status, error));
  }

  @Override
  public synchronized void reported(
      OutgoingId id, String sid, String status, Optional<Integer> error) {
    taken.add(new Report(id, sid, status, error));
  }
}
