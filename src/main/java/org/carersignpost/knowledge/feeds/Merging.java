package org.carersignpost.knowledge.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.carersignpost.knowledge.files.Organization;
import org.carersignpost.knowledge.files.Phone;
import org.carersignpost.knowledge.files.ServiceRecord;

/// The records of all sources as one list, each service once.
///
/// Two records are the same service when they have the same id, or the same organisation, name and
/// a number in common. What an editor wrote wins, field by field; then the feed that is named
/// first. Every source is kept.
///
/// @param services those written by hand first, in their order, then those of the feeds
/// @param joined what was joined with what
record Merging(List<ServiceRecord> services, List<Joined> joined) {
  private static final Set<String> REGISTERS = Set.of("GB-CHC", "GB-COH");
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LEGAL_FORM =
      Pattern.compile(" (?:ltd|limited|cic|cio|plc|charity|uk)(?= |$)");

  public Merging {
    services = List.copyOf(services);
    joined = List.copyOf(joined);
  }

  /// A record of a feed that was found to be one that was there already.
  ///
  /// @param slug of the record that stays
  /// @param with slug of the record that filled its gaps
  /// @param name of the service
  public record Joined(String slug, String with, String name) {}

  /// @param here what editors wrote, which stays as it is but for what it does not say
  /// @param feeds in the order in which they are believed
  static Merging of(Here here, List<FeedFile> feeds) {
    Merger merger = new Merger();
    here.base().services().forEach(merger::addByHand);
    for (FeedFile feed : feeds) {
      Predicate<ServiceRecord> accepted = here.accepts(feed.manifest());
      feed.forEach(line -> {
        if (line instanceof FeedFile.Entry entry && accepted.test(entry.service())) {
          merger.add(entry.service(), feed.manifest().feed());
        }
      });
    }
    return new Merging(merger.services, merger.joined);
  }

  /// Joins one record after another.
  private static final class Merger {
    private final List<ServiceRecord> services = new ArrayList<>();
    private final List<Set<String>> feeds = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Joined> joined = new ArrayList<>();

    void addByHand(ServiceRecord service) {
      append(service, Set.of());
    }

    void add(ServiceRecord service, String feed) {
      Optional<Integer> same =
          keys(service).stream()
              .map(places::get)
              .flatMap(place -> Optional.ofNullable(place).stream())
              // What a feed itself keeps apart, such as two sites, stays apart.
              .filter(place -> !feeds.get(place).contains(feed))
              .findFirst();
      if (same.isEmpty()) {
        append(service, new LinkedHashSet<>(Set.of(feed)));
        return;
      }
      ServiceRecord first = services.get(same.get());
      joined.add(new Joined(first.slug(), service.slug(), first.name()));
      services.set(same.get(), Joining.join(first, service));
      if (!feeds.get(same.get()).isEmpty()) {
        feeds.get(same.get()).add(feed);
      }
      keys(service).forEach(key -> places.putIfAbsent(key, same.get()));
    }

    private void append(ServiceRecord service, Set<String> from) {
      services.add(service);
      feeds.add(from);
      keys(service).forEach(key -> places.putIfAbsent(key, services.size() - 1));
    }
  }

  private static List<String> keys(ServiceRecord service) {
    List<String> keys = new ArrayList<>();
    keys.add(service.id().toString());
    List<String> organizations = organizations(service.organization());
    for (Phone phone : service.phones()) {
      for (String organization : organizations) {
        keys.add(organization + "\n" + plain(service.name()) + "\n" + phone.number());
      }
    }
    return keys;
  }

  private static List<String> organizations(Organization organization) {
    List<String> names = new ArrayList<>();
    for (Organization.Identifier identifier : organization.organizationIdentifiers()) {
      String scheme = identifier.identifierScheme().orElse("").toUpperCase(Locale.ROOT);
      if (REGISTERS.contains(scheme)) {
        names.add(
            scheme
                + identifier.identifier().replaceAll("[^0-9A-Za-z]", "").replaceFirst("^0+", ""));
      }
    }
    names.add(plain(organization.name()));
    return names;
  }

  private static String plain(String name) {
    String words = name.toLowerCase(Locale.ROOT).replace("&", " and ").replaceAll("['\u2019]", "");
    String spaced = NOT_A_LETTER.matcher(words).replaceAll(" ").strip();
    return LEGAL_FORM.matcher(spaced).replaceAll("").replaceFirst("^the ", "").strip();
  }
}
