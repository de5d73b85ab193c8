package org.carersignpost.knowledge.openreferral;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.Organization;
import org.carersignpost.knowledge.files.ServiceAtLocation;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.openreferral.Terms.Term;
import tools.jackson.databind.node.ObjectNode;

/// Renders one state of the knowledge base, once, for all who will ask.
///
/// What reads as it did before keeps the moment since when it has been told.
final class Publishing {
  private final KnowledgeBase base;
  private final Snapshot before;
  private final Instant now;
  private final Terms terms;
  private final Trees trees;

  /// @param before what was published until now
  Publishing(KnowledgeBase base, Snapshot before, Instant now, ZoneId zone) {
    this.base = base;
    this.before = before;
    this.now = now;
    this.terms = new Terms(base);
    this.trees = new Trees(terms, zone);
  }

  /// A service on its way: as it is in the file, as a tree, and rendered.
  private record Made(ServiceRecord file, ObjectNode tree, PublishedService published) {}

  Snapshot snapshot() {
    List<Made> services =
        base.services().stream()
            .filter(ServiceRecord::isActive)
            .map(this::service)
            .sorted(Comparator.comparing(made -> made.published.item(), Item.ORDER))
            .toList();
    return new Snapshot(
        base.version(),
        now,
        Snapshot.inOrder(services.stream().map(Made::published).toList(), PublishedService::item),
        sites(services),
        organizations(services),
        taxonomies(),
        terms());
  }

  private Made service(ServiceRecord service) {
    ObjectNode tree = trees.service(service);
    Item item = Item.of(service.id(), service.name(), tree, SearchWords.of(tree), now);
    Optional<Item> earlier =
        Snapshot.itemIn(before.services(), service.id(), PublishedService::item);
    List<Term> its =
        service.attributes().stream().map(attribute -> terms.of(attribute.taxonomyTerm())).toList();
    PublishedService published =
        new PublishedService(
            item(item, earlier),
            service.organizationId(),
            its.stream().map(Term::id).collect(Collectors.toUnmodifiableSet()),
            its.stream().map(term -> term.taxonomy().id()).collect(Collectors.toUnmodifiableSet()),
            service.minimumAge(),
            service.maximumAge(),
            Stream.concat(
                    service.schedules().stream(),
                    service.phones().stream().flatMap(phone -> phone.schedules().stream()))
                .toList(),
            service.lastModified().or(service::assuredDate));
    return new Made(service, tree, published);
  }

  private SequencedMap<UUID, PublishedSite> sites(List<Made> services) {
    List<PublishedSite> sites = new ArrayList<>();
    for (Made service : services) {
      for (ServiceAtLocation site : service.file.serviceAtLocations()) {
        ObjectNode tree = trees.site(site, service.tree);
        Set<String> words = new HashSet<>(SearchWords.of(tree));
        words.addAll(service.published.item().words());
        Item item = Item.of(site.id(), service.file.name(), tree, words, now);
        Optional<Item> earlier = Snapshot.itemIn(before.sites(), site.id(), PublishedSite::item);
        sites.add(new PublishedSite(item(item, earlier), service.published));
      }
    }
    return Snapshot.inOrder(sites, PublishedSite::item);
  }

  private SequencedMap<UUID, PublishedOrganization> organizations(List<Made> services) {
    Map<Organization, List<Made>> byOrganization =
        services.stream()
            .collect(
                Collectors.groupingBy(
                    made -> made.file.organization(), LinkedHashMap::new, Collectors.toList()));
    List<PublishedOrganization> organizations = new ArrayList<>();
    byOrganization.forEach((organization, its) -> {
      ObjectNode tree = trees.organization(organization, its.stream().map(Made::file).toList());
      Item item = Item.of(organization.id(), organization.name(), tree, SearchWords.of(tree), now);
      Optional<Item> earlier =
          Snapshot.itemIn(before.organizations(), organization.id(), PublishedOrganization::item);
      organizations.add(
          new PublishedOrganization(
              item(item, earlier), its.stream().map(Made::published).toList()));
    });
    return Snapshot.inOrder(organizations, PublishedOrganization::item);
  }

  private SequencedMap<UUID, Item> taxonomies() {
    List<Item> items =
        terms.taxonomies().stream()
            .map(taxonomy -> {
              List<Term> its =
                  terms.all().stream().filter(term -> term.taxonomy().equals(taxonomy)).toList();
              ObjectNode tree = trees.taxonomy(taxonomy, its);
              Item item = Item.of(taxonomy.id(), taxonomy.name(), tree, SearchWords.of(tree), now);
              return item(item, Optional.ofNullable(before.taxonomies().get(taxonomy.id())));
            })
            .toList();
    return Snapshot.inOrder(items, item -> item);
  }

  private SequencedMap<UUID, PublishedTerm> terms() {
    List<PublishedTerm> items =
        terms.all().stream()
            .map(term -> {
              ObjectNode tree = trees.term(term);
              Item item = Item.of(term.id(), term.name(), tree, SearchWords.of(tree), now);
              Optional<Item> earlier =
                  Snapshot.itemIn(before.terms(), term.id(), PublishedTerm::item);
              return new PublishedTerm(item(item, earlier), term.taxonomy().id(), term.parent());
            })
            .toList();
    return Snapshot.inOrder(items, PublishedTerm::item);
  }

  private static Item item(Item item, Optional<Item> earlier) {
    return earlier.map(item::after).orElse(item);
  }
}
