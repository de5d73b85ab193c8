package org.carersignpost.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carersignpost.outbox.OutgoingId;

/// Delivery reports that a test can look at.
public final class FakeReports implements DeliveryReports {
  private final List<Report> taken = new ArrayList<>();

  public record Report(OutgoingId id, String sid, String status, Optional<Integer> error) {}

  public synchronized void clear() {
    taken.clear();
  }

  public synchronized List<Report> taken() {
    return List.copyOf(taken);
  }

  @Override
  public synchronized void reported(
      OutgoingId id, String sid, String status, Optional<Integer> error) {
    taken.add(new Report(id, sid, status, error));
  }
}
