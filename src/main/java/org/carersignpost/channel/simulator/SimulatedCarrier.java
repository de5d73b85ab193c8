package org.carersignpost.channel.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carersignpost.channel.DeliveryReports;
import org.carersignpost.outbox.OutgoingId;
import org.carersignpost.outbox.TextCarrier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Brings texts to the phones in the browser, and tells a moment later that they have arrived. Any
/// real number is refused, so that nobody real is ever texted.
@Component
@DemonstrationOnly
class SimulatedCarrier implements TextCarrier {
  private static final int NO_SUCH_NUMBER = 21211;
  private static final Duration ON_THE_WAY = Duration.ofMillis(300);
  private static final Logger log = LoggerFactory.getLogger(SimulatedCarrier.class);

  private final SimulatorInbox inbox;
  private final DeliveryReports reports;

  SimulatedCarrier(SimulatorInbox inbox, DeliveryReports reports) {
    this.inbox = inbox;
    this.reports = reports;
  }

  @Override
  public Posted post(OutgoingId id, String to, String text) {
    Optional<SimulatedNumber> number = SimulatedNumber.of(to);
    if (number.isEmpty()) {
      return new Posted.Refused(NO_SUCH_NUMBER, true);
    }
    try {
      String sid = inbox.put(number.get(), id, text);
      Thread.ofVirtual().name("simulated-delivery").start(() -> deliver(id, sid));
      return new Posted.Accepted(sid, "queued");
    } catch (DataAccessException e) {
      return new Posted.Unknown(false);
    }
  }

  @Override
  public Found find(OutgoingId id, String to, String text, Instant notBefore) {
    try {
      List<FoundMessage> messages =
          SimulatedNumber.of(to).map(number -> inbox.after(number, 0)).orElse(List.of()).stream()
              .filter(each -> each.id().equals(id.value()) && !each.at().isBefore(notBefore))
              .map(each ->
                  new FoundMessage(
                      each.sid(), "delivered", Optional.empty(), each.text(), each.at()))
              .toList();
      return new Found.Messages(messages);
    } catch (DataAccessException e) {
      return new Found.CannotSay();
    }
  }

  private void deliver(OutgoingId id, String sid) {
    try {
      Thread.sleep(ON_THE_WAY);
      reports.reported(id, sid, "delivered", Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException | IllegalStateException e) {
      log.debug("That text {} arrived was not saved: {}", id, e.getClass().getSimpleName());
    }
  }
}
