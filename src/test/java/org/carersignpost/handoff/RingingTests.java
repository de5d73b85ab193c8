package org.carersignpost.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.carersignpost.ApplicationTest;
import org.carersignpost.dialogue.Priority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Which phones of staff are rung for whom, over the real store of calls.
@ApplicationTest
class RingingTests {
  private static final String TEAM = "ringing-tests";
  private static final List<TeamPhones.Phone> STAFF =
      List.of(
          new TeamPhones.Phone("ann", "+447700900971"),
          new TeamPhones.Phone("ben", "+447700900972"),
          new TeamPhones.Phone("cat", "+447700900973"));
  private static final TeamPhones.Phone DUTY =
      new TeamPhones.Phone(LiveCalls.DUTY, "+447700900974");
  private static final AtomicInteger CALLS = new AtomicInteger();

  @Autowired LiveCalls calls;
  private final Carrier carrier = new Carrier();
  private final List<String> going = new ArrayList<>();

  /// Remembers what rang and what was hung up.
  private static final class Carrier implements PhoneCarrier {
    private final List<String> rang = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final List<String> hungUp = new ArrayList<>();

    @Override
    public Rung ring(String to, String whenAnswered, String onChange, Duration atMost) {
      rang.add(to);
      paths.add(onChange);
      return new Rung.Ringing("CA" + rang.size());
    }

    @Override
    public void hangUp(String callSid) {
      hungUp.add(callSid);
    }

    @Override
    public Optional<Recording> recording(String recordingSid) {
      return Optional.empty();
    }

    @Override
    public boolean erase(String recordingSid) {
      return false;
    }

    /// The name of the ringing that came last.
    String lastRing() {
      return paths.getLast().substring(paths.getLast().lastIndexOf('/') + 1);
    }
  }

  @BeforeEach
  void start() {
    going.clear();
  }

  @AfterEach
  void end() {
    going.forEach(calls::ended);
  }

  private Rings rings(boolean together) {
    return new Rings(
        calls,
        (_, priority) ->
            priority == Priority.CRISIS
                ? List.of(STAFF.get(0), STAFF.get(1), STAFF.get(2), DUTY)
                : STAFF,
        carrier,
        together);
  }

  private String waits(Priority priority) {
    String call = "CAringing%03d".formatted(CALLS.incrementAndGet());
    calls.seen(call, "conversation-of-" + call, 1);
    calls.waits(call, TEAM, priority);
    going.add(call);
    return call;
  }

  @Test
  void allPhonesRingAtOnceAndOnceARound() {
    Rings rings = rings(true);
    String call = waits(Priority.NORMAL);
    rings.ringFor(call, Duration.ZERO);
    rings.ringFor(call, Duration.ofSeconds(20));
    assertThat(carrier.rang).containsExactly("+447700900971", "+447700900972", "+447700900973");

    rings.ringFor(call, Duration.ofSeconds(31));
    assertThat(carrier.rang).hasSize(6);
    rings.rangOut(call, carrier.lastRing());
    assertThat(carrier.rang).hasSize(6);
  }

  @Test
  void dangerRingsTheDutyPhoneTooAndAtOnce() {
    Rings rings = rings(true);
    String call = waits(Priority.NORMAL);
    rings.ringFor(call, Duration.ZERO);
    // What is said while waiting can make it a danger.
    calls.waits(call, TEAM, Priority.CRISIS);
    rings.ringFor(call, Duration.ZERO);
    assertThat(carrier.rang).hasSize(7).endsWith("+447700900974");
  }

  @Test
  void dangerStopsThePhonesOfWhoeverElseWaits() {
    Rings rings = rings(true);
    rings.ringFor(waits(Priority.NORMAL), Duration.ZERO);
    assertThat(carrier.hungUp).isEmpty();
    rings.ringFor(waits(Priority.CRISIS), Duration.ZERO);
    assertThat(carrier.hungUp).containsExactlyInAnyOrder("CA1", "CA2", "CA3");
    assertThat(carrier.rang).hasSize(7);
  }

  @Test
  void whoeverComesLaterIsRungForWhenTheFirstIsLookedAfter() {
    Rings rings = rings(true);
    String first = waits(Priority.NORMAL);
    String second = waits(Priority.NORMAL);
    rings.ringFor(second, Duration.ZERO);
    assertThat(carrier.rang).isEmpty();
    rings.ringFor(first, Duration.ZERO);
    assertThat(calls.take(first, "ann")).isTrue();
    rings.ringNext(TEAM);
    assertThat(carrier.rang).hasSize(6);
    assertThat(carrier.paths.getLast()).contains(second);
  }

  @Test
  void inTurnABusyPhoneIsFollowedByTheNextAtOnce() {
    Rings rings = rings(false);
    String call = waits(Priority.NORMAL);
    rings.ringFor(call, Duration.ZERO);
    assertThat(carrier.rang).containsExactly("+447700900971");
    String busy = carrier.lastRing();
    rings.rangOut(call, busy);
    // Twilio may tell it twice.
    rings.rangOut(call, busy);
    assertThat(carrier.rang).containsExactly("+447700900971", "+447700900972");
    rings.rangOut(call, carrier.lastRing());
    assertThat(carrier.rang).hasSize(3).endsWith("+447700900973");
    // Each has been tried; busy phones are not rung without end.
    rings.rangOut(call, carrier.lastRing());
    assertThat(carrier.rang).hasSize(3);

    rings.ringFor(call, Duration.ofSeconds(31));
    assertThat(carrier.rang).hasSize(4).endsWith("+447700900971");
  }

  @Test
  void phoneOfAnotherCallAndOneThatNobodyRangSetNothingOff() {
    Rings rings = rings(false);
    String call = waits(Priority.NORMAL);
    rings.ringFor(call, Duration.ZERO);
    rings.rangOut(call, "never-rung");
    rings.rangOut("CAunknown", carrier.lastRing());
    rings.rangOut("out-somebody", carrier.lastRing());
    assertThat(carrier.rang).hasSize(1);
    assertThat(calls.take(call, "ann")).isTrue();
    rings.rangOut(call, carrier.lastRing());
    assertThat(carrier.rang).hasSize(1);
  }
}
