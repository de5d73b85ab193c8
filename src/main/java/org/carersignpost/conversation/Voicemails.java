package org.carersignpost.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carersignpost.conversation.store.Recordings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The messages that callers leave: fetched from the network, kept sealed, erased when their time
/// is up. The network's copy is deleted as soon as ours is kept.
///
/// While the store is away every method ends in a [org.springframework.dao.DataAccessException].
public final class Voicemails {
  private static final Logger LOG = LoggerFactory.getLogger(Voicemails.class);
  private static final Duration FIRST_TRY = Duration.ofSeconds(1);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);

  /// The network keeps a recording for longer than this; then somebody must look.
  private static final Duration GIVE_UP = Duration.ofDays(2);

  private final Recordings recordings;
  private final Duration kept;
  private final Consumer<String> whenKept;
  private final Clock clock;

  /// @param whenKept is told the conversation to which a message has come
  Voicemails(Recordings recordings, Duration kept, Consumer<String> whenKept, Clock clock) {
    this.recordings = recordings;
    this.kept = kept;
    this.whenKept = whenKept;
    this.clock = clock;
  }

  /// A message as it can be played.
  ///
  /// @param mediaType such as `audio/mpeg`
  public record Sound(byte[] bytes, String mediaType) {}

  /// A caller has left a message; it is fetched soon.
  ///
  /// @param conversation the pseudonym of the carer
  /// @param recording the network's id
  public void left(String conversation, String recording) {
    Instant now = clock.instant();
    recordings.want(new Recordings.Wanted(conversation, recording, now), now.plus(FIRST_TRY));
  }

  /// Fetches what is due, keeps it, and then has the network's copy erased.
  ///
  /// @param fetch the sound of a recording; empty when it is not there (yet)
  /// @param erase erases the network's copy; whether it is gone
  public void fetch(Function<String, Optional<Sound>> fetch, Predicate<String> erase) {
    Instant now = clock.instant();
    for (Recordings.Wanted wanted : recordings.wanted(now)) {
      // Whoever comes first postpones it, so that two copies do not both fetch.
      recordings.want(wanted, now.plus(BETWEEN_TRIES));
      boolean isKept = isKept(wanted, fetch, now);
      if (isKept && erase.test(wanted.recording())) {
        recordings.done(wanted);
      } else if (wanted.since().plus(GIVE_UP).isBefore(now)) {
        LOG.error("Recording {} was not fetched in two days", wanted.recording());
        recordings.done(wanted);
      }
    }
  }

  private boolean isKept(
      Recordings.Wanted wanted, Function<String, Optional<Sound>> fetch, Instant now) {
    if (recordings.find(wanted.conversation(), wanted.recording()).isPresent()) {
      return true;
    }
    Optional<Sound> sound = fetch.apply(wanted.recording());
    if (sound.isPresent()) {
      recordings.keep(
          wanted.conversation(),
          wanted.recording(),
          new Recordings.Sound(sound.get().bytes(), sound.get().mediaType()),
          now.plus(kept));
      whenKept.accept(wanted.conversation());
    }
    return sound.isPresent();
  }

  /// The messages of a conversation that are there, by the network's ids.
  public Set<String> kept(String conversation) {
    return recordings.kept(conversation);
  }

  /// A message, if it is there.
  public Optional<Sound> find(String conversation, String recording) {
    return recordings
        .find(conversation, recording)
        .map(sound -> new Sound(sound.bytes(), sound.mediaType()));
  }
}
