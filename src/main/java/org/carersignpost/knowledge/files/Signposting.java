package org.carersignpost.knowledge.files;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What we add to a service to signpost carers to it; the block `signpost` of its file. It is not
/// published.
///
/// @param slug short stable name, the file's name without `.json`
/// @param text what it does for the carer, a fragment of at most 72 GSM-7 characters that follows
///   the name
/// @param spoken the same as a sentence for the ear
/// @param keywords words of carers that should find it
/// @param questions messages of carers to whom it is the right answer, in their own words; at most
///   40 of at most 160 characters
/// @param aim the aim of the carers strategy it serves
/// @param confidence how sure we are of its facts
/// @param check what an editor should find out
/// @param sources where its facts were read, at least one
public record Signposting(
    String slug,
    String text,
    String spoken,
    List<String> keywords,
    List<String> questions,
    Aim aim,
    Confidence confidence,
    Optional<String> check,
    List<Source> sources)
    implements OpenReferral {

  public Signposting {
    keywords = List.copyOf(keywords);
    questions = List.copyOf(questions);
    sources = List.copyOf(sources);
  }

  /// An aim of the Joint Carers Strategy.
  public enum Aim {
    @JsonProperty("recognise")
    RECOGNISE,
    @JsonProperty("wellbeing")
    WELLBEING,
    @JsonProperty("life-alongside-caring")
    LIFE_ALONGSIDE_CARING
  }

  /// How sure we are of a record's facts.
  public enum Confidence {
    @JsonProperty("high")
    HIGH,
    @JsonProperty("medium")
    MEDIUM,
    /// Carers are told that it may have changed.
    @JsonProperty("low")
    LOW
  }

  /// Where facts were read.
  ///
  /// @param url the page
  /// @param seen of when the page is, in words
  /// @param date of when the page is, if known; the first of the month or year where only that is
  ///   known
  public record Source(String url, Optional<String> seen, Optional<LocalDate> date)
      implements OpenReferral {}
}
