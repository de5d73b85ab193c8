package org.carersignpost.knowledge.openreferral;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Services, where they are given, and who runs them. What each parameter means is told in
/// `openapi.yaml`.
@RestController
@RequestMapping(OpenReferralApi.PATH)
@ConditionalOnWebApplication
class ServicesApi {
  private final Feed feed;

  ServicesApi(Feed feed) {
    this.feed = feed;
  }

  @GetMapping("/services")
  ResponseEntity<byte[]> services(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    refuseCoverage(parameters);
    boolean minimal = parameters.flag("minimal");
    boolean full = parameters.flag("full");
    if (minimal && full) {
      throw new BadParameter("minimal", "and full exclude each other");
    }
    Function<PublishedService, byte[]> view = service -> view(service.item(), full);
    Snapshot now = feed.now();
    ServiceFilter filter = ServiceFilter.of(parameters, feed.zone());
    return Answers.page(
        now.services().values().stream().filter(each -> filter.fits(each, each.item())).toList(),
        now,
        parameters,
        PublishedService::item,
        minimal ? service -> minimal(service.item()) : view,
        Paging.of(parameters, minimal));
  }

  @GetMapping("/services/{id}")
  ResponseEntity<byte[]> service(
      @PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
    return Answers.one(
        feed.now().services(),
        id,
        new Parameters(query),
        PublishedService::item,
        service -> service.item().full());
  }

  @GetMapping("/service_at_locations")
  ResponseEntity<byte[]> sites(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    refuseCoverage(parameters);
    boolean full = parameters.flag("full");
    Snapshot now = feed.now();
    ServiceFilter filter = ServiceFilter.of(parameters, feed.zone());
    return Answers.page(
        now.sites().values().stream().filter(s -> filter.fits(s.service(), s.item())).toList(),
        now,
        parameters,
        PublishedSite::item,
        site -> view(site.item(), full));
  }

  @GetMapping("/service_at_locations/{id}")
  ResponseEntity<byte[]> site(
      @PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
    return Answers.one(
        feed.now().sites(),
        id,
        new Parameters(query),
        PublishedSite::item,
        site -> site.item().full());
  }

  @GetMapping("/organizations")
  ResponseEntity<byte[]> organizations(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    boolean full = parameters.flag("full");
    Snapshot now = feed.now();
    return Answers.page(
        now.organizations().values(),
        now,
        parameters,
        PublishedOrganization::item,
        parameters.flag("full_service")
            ? ServicesApi::withServices
            : organization -> view(organization.item(), full));
  }

  @GetMapping("/organizations/{id}")
  ResponseEntity<byte[]> organization(
      @PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    Snapshot now = feed.now();
    if (!parameters.flag("full_service")) {
      return Answers.one(
          now.organizations(),
          id,
          parameters,
          PublishedOrganization::item,
          organization -> organization.item().full());
    }
    // Its services may have changed after its own record.
    return Answers.one(
        now.organizations(),
        id,
        parameters,
        organization -> organization.item().toldSince(now.since()),
        ServicesApi::withServices);
  }

  /// A postcode is known to us by its first half only, and a location mostly by its address: an
  /// answer would leave out what it should hold.
  private static void refuseCoverage(Parameters parameters) {
    parameters.refuse("postcode", "is not offered here; see service_areas");
    parameters.refuse("proximity", "is not offered here; see service_areas");
  }

  private static byte[] view(Item item, boolean full) {
    return full ? item.full() : item.direct();
  }

  /// The names are those that the description of the parameter gives.
  private static byte[] minimal(Item item) {
    return Paging.utf8(
        "{\"id\":\"%s\",\"modified_date\":\"%s\"}"
            .formatted(item.id(), item.since().truncatedTo(ChronoUnit.MILLIS)));
  }

  private static byte[] withServices(PublishedOrganization organization) {
    List<byte[]> services =
        organization.services().stream().map(each -> each.item().full()).toList();
    return Trees.with(organization.item().full(), "services", Paging.array(services));
  }
}
