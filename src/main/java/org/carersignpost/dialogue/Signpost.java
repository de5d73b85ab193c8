package org.carersignpost.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A service offered to a carer, as it stands at the moment of the offer.
///
/// @param id the service's slug, stable
/// @param name as it is named in a text, at most 38 characters
/// @param offer what it does for the carer, a fragment of at most 72 characters that follows the
///   name
/// @param spoken the same as a sentence for the ear
/// @param numbers best first: those answered now before those that are not; empty when none is
///   known
/// @param url its page, without `https://`
/// @param email its address, if known
/// @param opening whether it is open now
/// @param area where it is available, such as `Hampshire`
/// @param eligibility who it is for, one sentence
/// @param cost what it costs, in words
/// @param assured the date of its newest source; empty when unknown
/// @param uncertain whether its facts are of low confidence, which a carer must be told
public record Signpost(
    String id,
    String name,
    String offer,
    String spoken,
    List<ContactNumber> numbers,
    Optional<String> url,
    Optional<String> email,
    OpeningState opening,
    String area,
    Optional<String> eligibility,
    Optional<String> cost,
    Optional<LocalDate> assured,
    boolean uncertain) {

  public Signpost {
    numbers = List.copyOf(numbers);
  }
}
