package org.carersignpost.channel.simulator;

import java.time.Duration;
import java.util.Optional;
import org.carersignpost.handoff.PhoneCarrier;
import org.springframework.stereotype.Component;

/// Rings the phones on the page. Any real number is refused, so that nobody real is ever rung.
@Component
@DemonstrationOnly
class SimulatedPhones implements PhoneCarrier {
  private static final int NO_SUCH_NUMBER = 21211;

  private final Exchange exchange;

  SimulatedPhones(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public Rung ring(String to, String whenAnswered, String onChange, Duration atMost) {
    Optional<SimulatedNumber> number = SimulatedNumber.of(to);
    if (number.isEmpty()) {
      return new Rung.Refused(NO_SUCH_NUMBER);
    }
    try {
      return new Rung.Ringing(exchange.ringOut(number.get(), whenAnswered, onChange, atMost).sid());
    } catch (Exchange.Full e) {
      return new Rung.Unknown();
    }
  }

  @Override
  public void hangUp(String callSid) {
    exchange.find(callSid).ifPresent(call -> call.hangUp("The service hung up."));
  }

  @Override
  public Optional<Recording> recording(String recordingSid) {
    return exchange.recordings().find(recordingSid);
  }

  @Override
  public boolean erase(String recordingSid) {
    exchange.recordings().erase(recordingSid);
    return true;
  }
}
