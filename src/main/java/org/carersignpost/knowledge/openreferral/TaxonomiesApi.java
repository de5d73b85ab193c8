package org.carersignpost.knowledge.openreferral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The words that services are sorted by.
@RestController
@RequestMapping(OpenReferralApi.PATH)
@ConditionalOnWebApplication
class TaxonomiesApi {
  private final Feed feed;

  TaxonomiesApi(Feed feed) {
    this.feed = feed;
  }

  @GetMapping("/taxonomies")
  ResponseEntity<byte[]> taxonomies(@RequestParam MultiValueMap<String, String> query) {
    Snapshot now = feed.now();
    return Answers.page(
        now.taxonomies().values(), now, new Parameters(query), item -> item, Item::direct);
  }

  @GetMapping("/taxonomies/{id}")
  ResponseEntity<byte[]> taxonomy(
      @PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
    return Answers.one(
        feed.now().taxonomies(), id, new Parameters(query), item -> item, Item::full);
  }

  @GetMapping("/taxonomy_terms")
  ResponseEntity<byte[]> terms(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    Optional<UUID> taxonomy = parameters.id("taxonomy_id");
    Optional<UUID> parent = parameters.id("parent_id");
    boolean topOnly = parameters.flag("top_only");
    Snapshot now = feed.now();
    List<PublishedTerm> terms =
        now.terms().values().stream()
            .filter(term -> taxonomy.filter(id -> !term.taxonomy().equals(id)).isEmpty())
            .filter(term -> parent.isEmpty() || term.parent().equals(parent))
            .filter(term -> !topOnly || term.parent().isEmpty())
            .toList();
    return Answers.page(terms, now, parameters, PublishedTerm::item, term -> term.item().direct());
  }

  @GetMapping("/taxonomy_terms/{id}")
  ResponseEntity<byte[]> term(
      @PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
    return Answers.one(
        feed.now().terms(),
        id,
        new Parameters(query),
        PublishedTerm::item,
        term -> term.item().full());
  }
}
