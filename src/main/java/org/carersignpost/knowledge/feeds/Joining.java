package org.carersignpost.knowledge.feeds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carersignpost.knowledge.files.Attribute;
import org.carersignpost.knowledge.files.Organization;
import org.carersignpost.knowledge.files.ServiceAtLocation;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Signposting;

/// Joins two records of one service: what the first says stays, what it does not say is filled from
/// the second.
final class Joining {
  private static final String DOMESTIC_ABUSE = "domestic-abuse";

  private Joining() {}

  static ServiceRecord join(ServiceRecord first, ServiceRecord second) {
    boolean ages = first.minimumAge().isPresent() || first.maximumAge().isPresent();
    return new ServiceRecord(
        first.id(),
        first.organizationId(),
        first.name(),
        first.alternateName(),
        first.description(),
        first.url().or(second::url),
        first.email().or(second::email),
        first.status(),
        ages ? first.minimumAge() : second.minimumAge(),
        ages ? first.maximumAge() : second.maximumAge(),
        first.eligibilityDescription().or(second::eligibilityDescription),
        first.applicationProcess().or(second::applicationProcess),
        first.fees().or(second::fees),
        first.feesDescription().or(second::feesDescription),
        first.interpretationServices().or(second::interpretationServices),
        first.alert().or(second::alert),
        first.accreditations().or(second::accreditations),
        // What another has assured is not what is written here.
        first.assuredDate(),
        first.assurerEmail(),
        first.lastModified().or(second::lastModified),
        filled(first.phones(), second.phones()),
        filled(first.schedules(), second.schedules()),
        filled(first.serviceAreas(), second.serviceAreas()),
        sites(first, second),
        filled(first.costOptions(), second.costOptions()),
        filled(first.funding(), second.funding()),
        filled(first.languages(), second.languages()),
        organization(first.organization(), second.organization()),
        topics(first, second),
        signposting(first.signpost(), second.signpost()));
  }

  /// The same record, as sure as it is now.
  static ServiceRecord with(ServiceRecord service, Signposting signpost) {
    return new ServiceRecord(
        service.id(),
        service.organizationId(),
        service.name(),
        service.alternateName(),
        service.description(),
        service.url(),
        service.email(),
        service.status(),
        service.minimumAge(),
        service.maximumAge(),
        service.eligibilityDescription(),
        service.applicationProcess(),
        service.fees(),
        service.feesDescription(),
        service.interpretationServices(),
        service.alert(),
        service.accreditations(),
        service.assuredDate(),
        service.assurerEmail(),
        service.lastModified(),
        service.phones(),
        service.schedules(),
        service.serviceAreas(),
        service.serviceAtLocations(),
        service.costOptions(),
        service.funding(),
        service.languages(),
        service.organization(),
        service.attributes(),
        signpost);
  }

  static Signposting with(Signposting signpost, Signposting.Confidence confidence) {
    return new Signposting(
        signpost.slug(),
        signpost.text(),
        signpost.spoken(),
        signpost.keywords(),
        signpost.questions(),
        signpost.aim(),
        confidence,
        signpost.check(),
        signpost.sources());
  }

  private static <T> List<T> filled(List<T> first, List<T> second) {
    return first.isEmpty() ? second : first;
  }

  /// Where people flee to stays secret, whichever record knows that it is such a place.
  private static List<ServiceAtLocation> sites(ServiceRecord first, ServiceRecord second) {
    boolean secret = isSecret(first) || isSecret(second);
    List<ServiceAtLocation> sites =
        filled(first.serviceAtLocations(), secret ? List.of() : second.serviceAtLocations());
    return sites.stream()
        .map(site ->
            new ServiceAtLocation(
                site.id(), first.id(), site.locationId(), site.description(), site.location()))
        .toList();
  }

  private static boolean isSecret(ServiceRecord service) {
    return service.topics().contains(DOMESTIC_ABUSE)
        || Guard.isRefuge(service.name() + " " + service.description());
  }

  private static List<Attribute> topics(ServiceRecord first, ServiceRecord second) {
    // A topic from elsewhere could make secret what has a site.
    boolean told =
        !first.attributes().isEmpty()
            || (!first.serviceAtLocations().isEmpty() && isSecret(second));
    return told
        ? first.attributes()
        : second.attributes().stream()
            .map(topic ->
                new Attribute(topic.id(), first.id(), topic.linkType(), topic.taxonomyTerm()))
            .toList();
  }

  private static Organization organization(Organization first, Organization second) {
    return new Organization(
        first.id(),
        first.name(),
        first.description(),
        first.alternateName().or(second::alternateName),
        first.email().or(second::email),
        first.website().or(second::website),
        filled(first.organizationIdentifiers(), second.organizationIdentifiers()));
  }

  private static Signposting signposting(Signposting first, Signposting second) {
    Map<String, Signposting.Source> sources = new LinkedHashMap<>();
    Stream.concat(first.sources().stream(), second.sources().stream())
        .forEach(source -> sources.putIfAbsent(source.url() + source.seen().orElse(""), source));
    return new Signposting(
        first.slug(),
        first.text(),
        first.spoken(),
        filled(first.keywords(), second.keywords()),
        first.questions(),
        first.aim(),
        first.confidence(),
        first.check(),
        List.copyOf(sources.values()));
  }
}
