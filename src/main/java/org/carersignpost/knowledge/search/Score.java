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
/// @param meaning what it adds that it is about the same, in whatever words
/// @param opening factor
/// @param assurance factor
/// @param audience factor: whether it is for this carer; 0 rules it out
/// @param place factor; 0 rules it out
/// @param distance factor: whether a site of its own is near
record Score(
    Listing listing,
    double text,
    double guided,
    double topic,
    double situation,
    double meaning,
    double opening,
    double assurance,
    double audience,
    double place,
    double distance) {

  double relevance() {
    return text + guided + topic + situation + meaning;
  }

  double total() {
    return relevance() * opening * assurance * audience * place * distance;
  }

  /// The parts in the order in which they are put together: the first five are added, the others
  /// multiply the sum; the total is the last.
  Map<String, Double> parts() {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("words", text);
    parts.put("guide", guided);
    parts.put("topics", topic);
    parts.put("condition", situation);
    parts.put("meaning", meaning);
    parts.put("opening", opening);
    parts.put("assurance", assurance);
    parts.put("audience", audience);
    parts.put("place", place);
    parts.put("distance", distance);
    parts.put("total", total());
    return parts;
  }

  /// The same for a place.
  ///
  /// @param reach the place factor
  /// @param nearby the distance factor
  Score at(double reach, double nearby) {
    return new Score(
        listing, text, guided, topic, situation, meaning, opening, assurance, audience, reach,
        nearby);
  }

  String id() {
    return listing.id();
  }
}
