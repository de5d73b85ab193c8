package org.carersignpost.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that is remembered of one carer between two messages.
///
/// It is small and bounded; the messages themselves are kept apart and only appended to.
///
/// @param id the carer's pseudonym
/// @param ownership who may write to the carer
/// @param routing which team of people it belongs to; empty while it has needed none
/// @param priority how soon a person should look
/// @param slots what is known of the situation
/// @param topics what it has been about, newest first, at most five
/// @param offer what was offered last, for `MORE`, `1` and `again`
/// @param question what we asked last and still wait to hear
/// @param placesAsked the places that we have asked about which or whose is meant; not asked again
/// @param misses misunderstandings in a row
/// @param noticeGiven whether the first-contact notice has been sent
/// @param optedOut whether we may not start anything
/// @param lastTexts our last words, for `again`, at most three texts
/// @param lastMessageAt when the carer last wrote or spoke
/// @param calling what is remembered of their calls
/// @param toldIn the language in which they were told that a person will come, while they wait; a
///   code as [Interpretation] has it
public record Conversation(
    ConversationId id,
    Ownership ownership,
    Optional<Routing> routing,
    Priority priority,
    Slots slots,
    List<String> topics,
    Optional<Offer> offer,
    Optional<Question> question,
    Optional<String> placesAsked,
    int misses,
    boolean noticeGiven,
    boolean optedOut,
    List<String> lastTexts,
    Optional<Instant> lastMessageAt,
    Calling calling,
    Optional<String> toldIn) {

  private static final int MOST_TOPICS = 5;

  public Conversation {
    topics = List.copyOf(topics.subList(0, Math.min(topics.size(), MOST_TOPICS)));
    lastTexts = List.copyOf(lastTexts);
  }

  /// A conversation in which nothing has been said.
  public static Conversation begin(ConversationId id) {
    return new Conversation(
        id,
        new Ownership.Bot(),
        Optional.empty(),
        Priority.NORMAL,
        Slots.NONE,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        false,
        false,
        List.of(),
        Optional.empty(),
        Calling.NONE,
        Optional.empty());
  }

  /// A copy to change.
  public Draft draft() {
    return new Draft(this);
  }

  /// The team of people a conversation belongs to.
  ///
  /// @param team the team's id
  /// @param byStaff whether a staff member chose it, so that it stays
  public record Routing(String team, boolean byStaff) {}

  /// What we asked and still wait to hear.
  public enum Question {
    /// Which town or postcode?
    PLACE,
    /// Would you like a person?
    PERSON,
    /// Which of the two topics of the offer is meant?
    READING,
    /// Which of the places of that name is meant?
    WHICH_PLACE,
    /// In which of two places does the person cared for live?
    WHOSE_PLACE
  }

  /// What was offered last.
  ///
  /// @param utterance the words that asked for it, so that a place given later can search again; at
  ///   most 320 characters
  /// @param topics the topics searched for
  /// @param shown ids of the services in the last answer, in the order of their numbers
  /// @param seen ids of all services shown for this need, at most 30
  public record Offer(
      String utterance, List<TopicScore> topics, List<String> shown, List<String> seen) {
    private static final int MOST_CHARACTERS = 320;
    private static final int MOST_SEEN = 30;

    public Offer {
      utterance = utterance.substring(0, Math.min(utterance.length(), MOST_CHARACTERS));
      topics = List.copyOf(topics);
      shown = List.copyOf(shown);
      seen = List.copyOf(seen.subList(0, Math.min(seen.size(), MOST_SEEN)));
    }
  }

  /// A conversation being changed step by step.
  public static final class Draft {
    private final ConversationId id;
    private Ownership ownership;
    private Optional<Routing> routing;
    private Priority priority;
    private Slots slots;
    private List<String> topics;
    private Optional<Offer> offer;
    private Optional<Question> question;
    private Optional<String> placesAsked;
    private int misses;
    private boolean noticeGiven;
    private boolean optedOut;
    private List<String> lastTexts;
    private Optional<Instant> lastMessageAt;
    private Calling calling;
    private Optional<String> toldIn;

    private Draft(Conversation from) {
      id = from.id;
      ownership = from.ownership;
      routing = from.routing;
      priority = from.priority;
      slots = from.slots;
      topics = from.topics;
      offer = from.offer;
      question = from.question;
      placesAsked = from.placesAsked;
      misses = from.misses;
      noticeGiven = from.noticeGiven;
      optedOut = from.optedOut;
      lastTexts = from.lastTexts;
      lastMessageAt = from.lastMessageAt;
      calling = from.calling;
      toldIn = from.toldIn;
    }

    public Ownership ownership() {
      return ownership;
    }

    public Draft ownership(Ownership value) {
      ownership = value;
      return this;
    }

    public Draft routing(Routing value) {
      routing = Optional.of(value);
      return this;
    }

    public Draft noRouting() {
      routing = Optional.empty();
      return this;
    }

    public Draft priority(Priority value) {
      priority = value;
      return this;
    }

    public Draft slots(Slots value) {
      slots = value;
      return this;
    }

    public Draft topics(List<String> value) {
      topics = value;
      return this;
    }

    public Draft offer(Offer value) {
      offer = Optional.of(value);
      return this;
    }

    public Draft question(Question value) {
      question = Optional.of(value);
      return this;
    }

    /// Asks which or whose place is meant, once for these places.
    public Draft question(Question value, String places) {
      placesAsked = Optional.of(places);
      return question(value);
    }

    public Draft noQuestion() {
      question = Optional.empty();
      return this;
    }

    public Draft misses(int value) {
      misses = value;
      return this;
    }

    public Draft noticeGiven() {
      noticeGiven = true;
      return this;
    }

    public Draft optedOut(boolean value) {
      optedOut = value;
      return this;
    }

    public Draft lastTexts(List<String> value) {
      lastTexts = value;
      return this;
    }

    public Draft lastMessageAt(Instant value) {
      lastMessageAt = Optional.of(value);
      return this;
    }

    public Calling calling() {
      return calling;
    }

    public Draft calling(Calling value) {
      calling = value;
      return this;
    }

    public Draft toldIn(Optional<String> value) {
      toldIn = value;
      return this;
    }

    public Conversation done() {
      return new Conversation(
          id,
          ownership,
          routing,
          priority,
          slots,
          topics,
          offer,
          question,
          placesAsked,
          misses,
          noticeGiven,
          optedOut,
          lastTexts,
          lastMessageAt,
          calling,
          toldIn);
    }
  }
}
