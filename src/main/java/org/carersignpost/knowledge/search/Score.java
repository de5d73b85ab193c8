package org.carersignpost.knowledge.search;

import java.util.LinkedHashMap;
import java.util.Map;

/// Why a service stands where it stands: the parts of its score for one need.
///
/// @param listing the service
/// @param text what its words add
/// @param guided what a guide adds that was asked for in these words and names it
/// @param topic what its topics add
/// @param situation what its knowledge of the condition adds
/// @param opening factor
/// @param assurance factor
/// @param audience factor: whether it is for this carer; 0 rules it out
/// @param place factor; 0 rules it out
record Score(
    Listing listing,
    double text,
    double guided,
    double topic,
    double situation,
    double opening,
    double assurance,
    double audience,
    double place) {

  double relevance() {
    return text + guided + topic + situation;
  }

  double total() {
    return relevance() * opening * assurance * audience * place;
  }

  /// The parts in the order in which they are put together: the first four are added, the others
  /// multiply the sum; the total is the last.
  Map<String, Double> parts() {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("words", text);
    parts.put("guide", guided);
    parts.put("topics", topic);
    parts.put("condition", situation);
    parts.put("opening", opening);
    parts.put("assurance", assurance);
    parts.put("audience", audience);
    parts.put("place", place);
    parts.put("total", total());
    return parts;
  }

  Score withPlace(double reach) {
    return new Score(listing, text, guided, topic, situation, opening, assurance, audience, reach);
  }

  String id() {
    return listing.id();
  }
}
