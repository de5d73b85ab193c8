package org.carersignpost.handoff;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.carersignpost.dialogue.Priority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings the phones of staff: for a caller who waits, and for staff who want to ring a carer.
///
/// Phones are rung for one caller of a team at a time, for whoever comes first; a danger comes
/// before all. Ringing twice does no harm: the first who presses `1` has the call. Nobody is
/// connected by answering alone, so a mobile's own voicemail cannot take a call.
public final class Rings {
  /// More phones than this are not rung for one caller at once.
  static final int MOST = 8;

  /// So long a phone rings.
  static final Duration RINGING = Duration.ofSeconds(25);

  /// From one ringing to the next for the same caller.
  static final Duration ROUND = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(Rings.class);
  private static final String OUT = "out-";

  /// How many phones have been rung in turn for a call, and how many of them in this round.
  private static final String TURN = LiveCalls.ROUND + "turn";

  private static final String TRIED = LiveCalls.ROUND + "tried";

  private final LiveCalls calls;
  private final BiFunction<String, Priority, List<TeamPhones.Phone>> phones;
  private final PhoneCarrier carrier;
  private final boolean together;

  /// @param phones those to ring for a team, in a steady order
  /// @param together whether all phones are rung at once; else one after the other
  public Rings(
      LiveCalls calls,
      BiFunction<String, Priority, List<TeamPhones.Phone>> phones,
      PhoneCarrier carrier,
      boolean together) {
    this.calls = calls;
    this.phones = phones;
    this.carrier = carrier;
    this.together = together;
  }

  /// Rings for a caller who waits, if it is their turn and this round has not been rung yet.
  ///
  /// @param waited how long they have waited
  public void ringFor(String call, Duration waited) {
    Optional<LiveCalls.LiveCall> live = calls.find(call).filter(LiveCalls.LiveCall::isWaiting);
    if (live.isEmpty() || live.get().team().isEmpty() || calls.place(live.get()) > 1) {
      return;
    }
    int round = (int) (waited.toSeconds() / ROUND.toSeconds());
    if (!calls.isFirst(call, LiveCalls.ROUND + live.get().priority().id() + round)) {
      return;
    }
    String team = live.get().team().get();
    if (live.get().priority() == Priority.CRISIS) {
      calls.all().stream()
          .filter(other -> other.isWaiting() && !other.id().equals(call))
          .filter(other -> other.team().equals(live.get().team()))
          .forEach(other -> stopRinging(other.id(), ""));
    }
    List<TeamPhones.Phone> all = phones.apply(team, live.get().priority());
    if (together) {
      all.stream().limit(MOST).forEach(phone -> ringFor(call, phone));
    } else {
      calls.undone(call, TRIED);
      ringInTurn(call, all);
    }
  }

  private void ringInTurn(String call, List<TeamPhones.Phone> all) {
    if (!all.isEmpty()) {
      ringFor(call, all.get((int) ((calls.count(call, TURN) - 1) % all.size())));
    }
  }

  private void ringFor(String call, TeamPhones.Phone phone) {
    PhoneCarrier.Rung rung =
        ring(call, phone, "/twilio/voice/ring/" + call + "/", UUID.randomUUID().toString());
    LOG.debug("For call {}: {}", call, rung);
  }

  /// A phone that was rung for a caller rings no more: it was busy or off, nobody answered, or
  /// whoever did refused. Where phones ring in turn the next one rings at once, until each has been
  /// tried; then the next round begins anew.
  public void rangOut(String call, String ring) {
    Optional<LiveCalls.LiveCall> live = calls.find(call).filter(LiveCalls.LiveCall::isWaiting);
    if (together
        || live.isEmpty()
        || live.get().team().isEmpty()
        || calls.leg(call, ring).isEmpty()
        || calls.place(live.get()) > 1
        || !calls.isFirst(call, LiveCalls.ROUND + "over:" + ring)) {
      return;
    }
    List<TeamPhones.Phone> all = phones.apply(live.get().team().get(), live.get().priority());
    if (calls.count(call, TRIED) < all.size()) {
      ringInTurn(call, all);
    }
  }

  /// Rings for whoever of a team is next now, because somebody else is looked after.
  public void ringNext(String team) {
    calls.all().stream()
        .filter(LiveCalls.LiveCall::isWaiting)
        .filter(each -> each.team().equals(Optional.of(team)))
        .findFirst()
        .ifPresent(next -> ringFor(next.id(), Duration.ZERO));
  }

  /// Stops the phones that ring for a call.
  ///
  /// @param but the ringing that goes on, if one does
  public void stopRinging(String call, String but) {
    for (LiveCalls.Leg leg : calls.legs(call)) {
      if (!leg.ring().equals(but) && !leg.sid().isEmpty()) {
        carrier.hangUp(leg.sid());
      }
    }
  }

  /// Rings the phone of a staff member who wants to ring a carer, once for each wish: whoever asks
  /// again while the phone rings makes no second one ring. What could not be rung may be wished
  /// again.
  ///
  /// @param who the staff member's account name
  /// @param phone theirs, in E.164 form
  /// @param wish a UUID that names it
  public PhoneCarrier.Rung ringOut(String conversation, String who, String phone, String wish) {
    String call = OUT + conversation;
    String what = "wish:" + wish;
    if (!calls.isFirst(call, what)) {
      return new PhoneCarrier.Rung.Ringing(
          calls.leg(call, wish).map(LiveCalls.Leg::sid).orElse(""));
    }
    PhoneCarrier.Rung rung =
        ring(
            call,
            new TeamPhones.Phone(who, phone),
            "/twilio/voice/out/" + conversation + "/",
            wish);
    if (!(rung instanceof PhoneCarrier.Rung.Ringing)) {
      calls.undone(call, what);
    }
    return rung;
  }

  /// Who wanted to ring a carer.
  public Optional<String> whoRingsOut(String conversation, String ring) {
    return calls.leg(OUT + conversation, ring).map(LiveCalls.Leg::who);
  }

  private PhoneCarrier.Rung ring(String call, TeamPhones.Phone phone, String path, String ring) {
    calls.rings(call, new LiveCalls.Leg(ring, phone.who(), ""));
    PhoneCarrier.Rung rung =
        carrier.ring(
            phone.number(), path + ring, "/twilio/status/ring/" + call + "/" + ring, RINGING);
    switch (rung) {
      case PhoneCarrier.Rung.Ringing(var sid) ->
          calls.rings(call, new LiveCalls.Leg(ring, phone.who(), sid));
      case PhoneCarrier.Rung.Refused(var code) ->
          LOG.warn("The phone of {} cannot be rung: {}", phone.who(), code);
      case PhoneCarrier.Rung.Unknown() ->
          LOG.warn("Whether the phone of {} rings is not known", phone.who());
    }
    return rung;
  }
}
