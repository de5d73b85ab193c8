package org.carersignpost.knowledge.files;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A number to ring or text.
///
/// @param id stable
/// @param number E.164, or a short number as dialled: `+443005551386`, `116123`; see [PhoneNumbers]
/// @param type how it is used
/// @param description what answers; says `charged` where the call costs more than an ordinary one
/// @param free whether it costs nothing; absent when unknown. Ours, not in the specification
/// @param languages spoken on it
/// @param schedules when it is answered; empty when unknown. Ours at this level
public record Phone(
    UUID id,
    String number,
    Type type,
    Optional<String> description,
    Optional<Boolean> free,
    List<Language> languages,
    List<Schedule> schedules)
    implements OpenReferral {

  public Phone {
    languages = List.copyOf(languages);
    schedules = List.copyOf(schedules);
  }

  /// How a number is used.
  public enum Type {
    @JsonProperty("voice")
    VOICE,
    @JsonProperty("sms")
    SMS,
    @JsonProperty("textphone")
    TEXTPHONE
  }
}
