package org.carersignpost.conversation;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carersignpost.conversation.store.Stored;
import org.carersignpost.conversation.store.StoredConversations;
import org.carersignpost.dialogue.ContactNumber;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.ServiceLine;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.understanding.Understanding;

/// Finds services for staff, with what is known of the carer, by the same meaning and in the same
/// order as the carer would get them.
public final class ServiceFinder {
  private static final int MOST_CHARACTERS = 320;

  private final Understanding understanding;
  private final Knowledge knowledge;
  private final StoredConversations stored;
  private final CarerNames names;
  private final Clock clock;
  private final ZoneId zone;

  ServiceFinder(
      Understanding understanding,
      Knowledge knowledge,
      StoredConversations stored,
      CarerNames names,
      Clock clock,
      ZoneId zone) {
    this.understanding = understanding;
    this.knowledge = knowledge;
    this.stored = stored;
    this.names = names;
    this.clock = clock;
    this.zone = zone;
  }

  /// A service that fits.
  ///
  /// @param id its slug
  /// @param name as it is named in a text
  /// @param offer what it does for a carer
  /// @param area where it is available
  /// @param opening whether it is open, in words; empty when not known
  /// @param numbers best first
  /// @param url its page
  /// @param why the reasons for its place in the list, and those against
  /// @param text all that a carer needs, ready to be sent
  /// @param score the parts of its score by their names: the first five are added, the others are
  ///   factors, the last is the total
  public record Found(
      String id,
      String name,
      String offer,
      String area,
      String opening,
      List<String> numbers,
      Optional<String> url,
      List<String> why,
      String text,
      Map<String, Double> score) {

    /// The same for somebody who does not ask how it is ranked.
    public Found withoutScore() {
      return new Found(id, name, offer, area, opening, numbers, url, why, text, Map.of());
    }
  }

  /// The services that fit some words, best first.
  ///
  /// @param words what is looked for, at most 320 characters count; if blank, what the conversation
  ///   has been about
  /// @param conversation whose place and situation count too
  /// @param most at most this many, 1 to 10
  /// @throws org.springframework.dao.DataAccessException if a conversation is named and the store
  ///   is away
  public List<Found> find(String words, Optional<String> conversation, int most) {
    Conversation about =
        conversation
            .flatMap(id -> stored.read(id, false))
            .map(Stored::conversation)
            .orElseGet(() -> Conversation.begin(new ConversationId("nobody")));
    String wanted = words.isBlank() ? topicsOf(about) : words;
    if (wanted.isEmpty()) {
      return List.of();
    }
    String utterance = wanted.substring(0, Math.min(wanted.length(), MOST_CHARACTERS));
    Interpretation meaning = understanding.interpret(utterance, about);
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), zone);
    ServiceDirectory.Need need =
        new ServiceDirectory.Need(
            utterance,
            meaning.topics(),
            about.slots().updatedBy(meaning.slots()),
            now,
            Set.of(),
            most);
    return knowledge.explained(need).stream().map(found -> found(found, now)).toList();
  }

  /// The services that a carer's words find, with what is known of the carer.
  ///
  /// @param e164 the carer's number
  public List<Found> findFor(String e164, String words, int most) {
    Optional<String> known =
        names.of(e164).stream().filter(id -> stored.read(id, false).isPresent()).findFirst();
    return find(words, known, most);
  }

  private String topicsOf(Conversation about) {
    Map<String, String> names = knowledge.topicNames();
    return about.topics().stream()
        .map(topic -> names.getOrDefault(topic, topic))
        .collect(Collectors.joining(", "));
  }

  private static Found found(Knowledge.FoundService found, LocalDateTime now) {
    Signpost signpost = found.signpost();
    return new Found(
        signpost.id(),
        signpost.name(),
        signpost.offer(),
        signpost.area(),
        ServiceLine.opening(signpost, now),
        signpost.numbers().stream().map(ContactNumber::number).toList(),
        signpost.url(),
        found.why(),
        ServiceLine.of(signpost, now),
        found.score());
  }
}
