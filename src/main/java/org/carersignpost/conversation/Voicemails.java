package org.carersignpost.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.carersignpost.conversation.store.Recordings;
import org.carersignpost.handoff.PhoneCarrier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The messages that callers leave: fetched from the network, kept sealed, erased when their time
/// is up. The network's copy is deleted as soon as ours is kept.
///
/// While the store is away every method ends in a [org.springframework.dao.DataAccessException].
public final class Voicemails {
  private static final Logger LOG = LoggerFactory.getLogger(Voicemails.class);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);

  /// The network keeps a recording for longer than this; then somebody must look.
  private static final Duration GIVE_UP = Duration.ofDays(2);

  private final Recordings recordings;
  private final PhoneCarrier carrier;
  private final Duration kept;
  private final Consumer<String> whenKept;
  private final Clock clock;

  /// @param whenKept is told the conversation to which a message has come
  Voicemails(
      Recordings recordings,
      PhoneCarrier carrier,
      Duration kept,
      Consumer<String> whenKept,
      Clock clock) {
    this.recordings = recordings;
    this.carrier = carrier;
    this.kept = kept;
    this.whenKept = whenKept;
    this.clock = clock;
  }

  /// Fetches what is due, keeps it, and then has the network's copy erased.
  void fetch() {
    Instant now = clock.instant();
    for (Recordings.Wanted wanted : recordings.wanted(now)) {
      // Whoever comes first postpones it, so that two copies do not both fetch.
      recordings.want(wanted, now.plus(BETWEEN_TRIES));
      if (isKept(wanted, now) && carrier.erase(wanted.recording())) {
        recordings.done(wanted);
      } else if (wanted.since().plus(GIVE_UP).isBefore(now)) {
        LOG.error("Recording {} was not fetched in two days", wanted.recording());
        recordings.done(wanted);
      }
    }
  }

  private boolean isKept(Recordings.Wanted wanted, Instant now) {
    String conversation = wanted.conversation();
    if (recordings.find(conversation, wanted.recording()).isPresent()) {
      return true;
    }
    Optional<PhoneCarrier.Recording> sound = carrier.recording(wanted.recording());
    if (sound.isPresent()) {
      recordings.keep(conversation, wanted.recording(), sound.get(), now.plus(kept));
      whenKept.accept(conversation);
    }
    return sound.isPresent();
  }

  /// The messages of a conversation that are there, by the network's ids.
  public Set<String> kept(String conversation) {
    return recordings.kept(conversation);
  }

  /// A message, if it is there.
  public Optional<PhoneCarrier.Recording> find(String conversation, String recording) {
    return recordings.find(conversation, recording);
  }
}
