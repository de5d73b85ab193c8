package org.carersignpost.dialogue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the dialogue asks of the directory, in its own words.
///
/// A directory is one immutable state of the knowledge base: the same need always finds the same
/// services.
public interface ServiceDirectory {

  /// The services and, for a question of rights or process, the guide that fit a need best.
  Found find(Need need);

  /// One service as it stands at a local time, if it exists.
  Optional<Signpost> signpost(String id, LocalDateTime now);

  /// The council's line that is the way in for this place, or for the whole area when the place is
  /// not known.
  Optional<Signpost> wayIn(Audience audience, Optional<Place> place, LocalDateTime now);

  /// Whom a way in is for.
  enum Audience {
    ADULT,
    CHILD
  }

  /// The postcode districts whose letters and digits are these keys: `7623` is SO23.
  ///
  /// @param keys the first part of a postcode, or a whole one, as typed on a phone's keypad
  /// @return the likeliest first, at most four; none if the keys spell no district that is known
  List<Place> placesOnKeypad(String keys);

  /// A place by its name as we say it, if it is known.
  Optional<Place> place(String name);

  /// The topic's name in the middle of a sentence, such as `a break from caring`.
  String labelOf(String topic);

  /// What to look for.
  ///
  /// @param utterance the carer's words
  /// @param topics what they are about, likeliest first; a soft signal
  /// @param slots place, relation, age and conditions known so far
  /// @param now local time, for opening hours
  /// @param exclude services not to show again
  /// @param limit at most this many services, 1 to 10
  record Need(
      String utterance,
      List<TopicScore> topics,
      Slots slots,
      LocalDateTime now,
      Set<String> exclude,
      int limit) {}

  /// What was found.
  ///
  /// @param services best first
  /// @param guide the guide that answers the question, if one clearly does
  /// @param further a guide that tells more but does not clearly answer, for whoever asks for more
  /// @param placeMatters whether knowing the place would change the answer
  record Found(
      List<Signpost> services,
      Optional<Guide> guide,
      Optional<Guide> further,
      boolean placeMatters) {}
}
