package org.carersignpost.knowledge.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A knowledge base as far as it can be read, with its faults: what editors are shown before they
/// publish.
///
/// @param services those that have the right shape, by slug, faulty or not
/// @param guides the same of guides, by id
/// @param prompts the same of prompts, by key, in the order of their files
/// @param riskKinds the kinds of danger that rules look for and that have a reply
/// @param taxonomy topics, conditions and relations; empty when they cannot be read
/// @param areas the areas of coverage; empty when they cannot be read
/// @param places places and postcode districts; empty when they cannot be read
/// @param problems every fault that stops the service from starting
/// @param base what carers would be answered from; empty while there are faults
public record Draft(
    List<ServiceRecord> services,
    List<GuideRecord> guides,
    Map<String, WrittenPrompt> prompts,
    Set<String> riskKinds,
    Taxonomy taxonomy,
    Areas areas,
    Places places,
    List<Problem> problems,
    Optional<KnowledgeBase> base) {

  public Draft {
    services = List.copyOf(services);
    guides = List.copyOf(guides);
    riskKinds = Set.copyOf(riskKinds);
    problems = List.copyOf(problems);
  }

  /// The service of that slug.
  public Optional<ServiceRecord> service(String slug) {
    return services.stream().filter(service -> service.slug().equals(slug)).findFirst();
  }

  /// A prompt as its file has it.
  ///
  /// @param file below the root, such as `prompts/en.yaml`
  /// @param text as written in a text message; absent where it is only said
  /// @param speech as said on the phone
  public record WrittenPrompt(String file, Optional<String> text, String speech) {}
}
