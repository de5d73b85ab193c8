package org.carersignpost.staff;

import java.util.List;
import java.util.Optional;

/// People who look after conversations together.
///
/// @param id as it stands in the configuration, and with a conversation in the store
/// @param name as staff read it
/// @param organisation the id of the organisation it belongs to
/// @param isShared whether it takes what no other team fits; everybody may help there
/// @param isApart whether only its members, and supervisors of its organisation, see its
///   conversations
/// @param youngCarers whether it is for carers under 18
/// @param areas names of the council areas it is for; empty for all
/// @param topics ids of the topics it is for; empty for all
/// @param dutyPhone where an unclaimed crisis is told, in E.164 form
public record Team(
    String id,
    String name,
    String organisation,
    boolean isShared,
    boolean isApart,
    boolean youngCarers,
    List<String> areas,
    List<String> topics,
    Optional<String> dutyPhone) {

  public Team {
    areas = List.copyOf(areas);
    topics = List.copyOf(topics);
  }

  /// Its name in the middle of a sentence: `the Carers' team`.
  public String spokenName() {
    return "the " + name;
  }
}
