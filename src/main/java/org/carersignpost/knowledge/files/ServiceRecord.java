package org.carersignpost.knowledge.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One service, as its file in `knowledge-base/services` has it.
///
/// @param id stable for ever
/// @param organizationId the id of [#organization]
/// @param name official name
/// @param alternateName as it is named in a text, at most 38 characters
/// @param description what it is and does
/// @param url its page, with `https://`
/// @param email its address
/// @param status only what is `active` is offered
/// @param minimumAge in years
/// @param maximumAge in years
/// @param eligibilityDescription who it is for, one sentence
/// @param applicationProcess how to get it
/// @param fees what it costs, in words (the UK profile's name)
/// @param feesDescription the same under its international name
/// @param interpretationServices help in other languages
/// @param alert news that carers must know, such as a closure
/// @param accreditations quality marks
/// @param assuredDate the date of the newest source; absent when no source is dated
/// @param assurerEmail who assured it
/// @param lastModified when the record was last changed
/// @param phones best first
/// @param schedules when the service itself is open
/// @param serviceAreas where it is available, at least one
/// @param serviceAtLocations its sites, or how it is reached
/// @param costOptions prices
/// @param funding who pays for it
/// @param languages spoken there without an interpreter
/// @param organization who runs it
/// @param attributes its topics
/// @param signpost what is ours alone and is not published
public record ServiceRecord(
    UUID id,
    UUID organizationId,
    String name,
    String alternateName,
    String description,
    Optional<String> url,
    Optional<String> email,
    Status status,
    Optional<Integer> minimumAge,
    Optional<Integer> maximumAge,
    Optional<String> eligibilityDescription,
    Optional<String> applicationProcess,
    Optional<String> fees,
    Optional<String> feesDescription,
    Optional<String> interpretationServices,
    Optional<String> alert,
    Optional<String> accreditations,
    Optional<LocalDate> assuredDate,
    Optional<String> assurerEmail,
    Optional<LocalDate> lastModified,
    List<Phone> phones,
    List<Schedule> schedules,
    List<ServiceArea> serviceAreas,
    List<ServiceAtLocation> serviceAtLocations,
    List<CostOption> costOptions,
    List<Funding> funding,
    List<Language> languages,
    Organization organization,
    List<Attribute> attributes,
    Signposting signpost)
    implements OpenReferral {

  public ServiceRecord {
    phones = List.copyOf(phones);
    schedules = List.copyOf(schedules);
    serviceAreas = List.copyOf(serviceAreas);
    serviceAtLocations = List.copyOf(serviceAtLocations);
    costOptions = List.copyOf(costOptions);
    funding = List.copyOf(funding);
    languages = List.copyOf(languages);
    attributes = List.copyOf(attributes);
  }

  /// The short stable name: the file's name without `.json`.
  public String slug() {
    return signpost.slug();
  }

  /// The ids of its topics, in the order of the file.
  public List<String> topics() {
    return attributes.stream()
        .map(Attribute::taxonomyTerm)
        .filter(term -> term.taxonomy().equals(Taxonomy.CARER_NEEDS))
        .map(TaxonomyTerm::code)
        .toList();
  }

  /// Whether it may be offered.
  public boolean isActive() {
    return status == Status.ACTIVE;
  }
}
