package org.carersignpost.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.carersignpost.conversation.store.ConversationStore;
import org.carersignpost.conversation.store.Given;
import org.carersignpost.conversation.store.Loaded;
import org.carersignpost.conversation.store.Saved;
import org.carersignpost.conversation.store.StoreAwayException;
import org.carersignpost.conversation.store.Stored;
import org.carersignpost.conversation.store.StoredConversations;
import org.carersignpost.conversation.store.TakenTurn;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.handoff.Handoff;
import org.carersignpost.handoff.Handoffs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All conversations: takes turns, and shows them to staff.
///
/// Everything here may be called from many threads, and from several copies of the service on one
/// Redis.
public class Conversations {
  /// Nobody may ask for more conversations on a page.
  public static final int MOST_A_PAGE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);
  private static final int MOST_TRIES = 8;

  private final ConversationStore store;
  private final StoredConversations stored;
  private final CarerNames names;
  private final Handoffs handoffs;
  private final Function<String, Deliveries> deliveries;
  private final Mind mind;
  private final Outage outage;
  private final Replayer replayer;
  private final Clock clock;

  /// @param deliveries what became of all that was said in a conversation
  Conversations(
      ConversationStore store,
      StoredConversations stored,
      CarerNames names,
      Handoffs handoffs,
      Function<String, Deliveries> deliveries,
      Mind mind,
      Outage outage,
      Replayer replayer,
      Clock clock) {
    this.store = store;
    this.stored = stored;
    this.names = names;
    this.handoffs = handoffs;
    this.deliveries = deliveries;
    this.mind = mind;
    this.outage = outage;
    this.replayer = replayer;
    this.clock = clock;
  }

  /// Answers one message, within two seconds even when the store is away.
  ///
  /// When it returns, what was said and answered survives a crash. The same id gets the same words
  /// again for an hour and after that none. Messages that come at once are all answered and stored
  /// in one order.
  public Answer take(Received received) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    InboundMessage message = received.at(now);
    List<String> pseudonyms = names.of(received.e164(), message);
    Optional<Given> unstored = outage.answered(message.id());
    if (unstored.isPresent()) {
      return Answer.of(unstored.get(), pseudonyms.getFirst(), true, false);
    }
    Patience patience = new Patience();
    Optional<Loaded> loaded = ask(message.id(), patience, () -> load(pseudonyms, message.id()));
    if (loaded.isEmpty()) {
      return answerWithoutMemory(received, message, pseudonyms.getFirst());
    }
    return loaded
        .get()
        .answer()
        .map(given -> Answer.of(given, id(loaded.get()), true, true))
        .orElseGet(() -> answer(received, message, loaded.get(), patience));
  }

  /// A page of conversations, newest first.
  ///
  /// @param state `bot`, `waiting`, `staff` or `closed`; empty for all
  /// @param page from 0; pages that reach deeper than 10,000 conversations are empty
  /// @param size how many to a page, 1 to [#MOST_A_PAGE]; what lies outside is brought inside
  /// @throws org.springframework.dao.DataAccessException while the store is away
  public Page<ConversationSummary> page(Optional<String> state, int page, int size) {
    StoredConversations.Slice slice =
        stored.page(state, Math.max(page, 0), Math.clamp(size, 1, MOST_A_PAGE));
    return new Page<>(slice.items().stream().map(ConversationSummary::of).toList(), slice.total());
  }

  /// A page of those conversations that somebody wants or may see, newest first.
  ///
  /// @param wanted looks only at team and owner
  /// @throws org.springframework.dao.DataAccessException while the store is away
  public Page<ConversationSummary> page(
      Optional<String> state, Predicate<ConversationHead> wanted, int page, int size) {
    StoredConversations.Slice slice =
        stored.page(
            state,
            row -> wanted.test(ConversationHead.of(row)),
            Math.max(page, 0),
            Math.clamp(size, 1, MOST_A_PAGE));
    return new Page<>(slice.items().stream().map(ConversationSummary::of).toList(), slice.total());
  }

  /// Who needs a person, most at risk first, then whoever has waited longest; also carers in danger
  /// whom somebody has already.
  ///
  /// @param maySee by the id of the team
  /// @throws org.springframework.dao.DataAccessException while the store is away
  public List<Queued> queue(Predicate<Optional<String>> maySee) {
    List<Handoff> waiting = handoffs.waiting(Handoffs.MOST);
    Map<String, ConversationSummary> found =
        stored
            .all(waiting.stream().map(handoff -> handoff.conversation().value()).toList())
            .stream()
            .map(ConversationSummary::of)
            .collect(Collectors.toMap(ConversationSummary::id, Function.identity()));
    List<Queued> queue = new ArrayList<>();
    for (Handoff handoff : waiting) {
      ConversationSummary summary = found.get(handoff.conversation().value());
      if (summary != null && maySee.test(summary.team())) {
        queue.add(
            new Queued(summary, handoff.priority().id(), handoff.openedAt(), handoff.reason()));
      }
    }
    return queue;
  }

  /// One conversation with its messages, if there is one of that id.
  ///
  /// @throws org.springframework.dao.DataAccessException while the store is away
  public Optional<ConversationView> view(String id) {
    return stored.read(id, true).map(found -> ConversationView.of(found, deliveries.apply(id)));
  }

  /// One conversation without its messages, if there is one of that id.
  ///
  /// @throws org.springframework.dao.DataAccessException while the store is away
  public Optional<ConversationSummary> summary(String id) {
    return stored.read(id, false).map(ConversationSummary::of);
  }

  /// Somebody who rings.
  ///
  /// @param numberEnds the last three digits of the number; empty when it was withheld
  public record Caller(ConversationSummary conversation, Optional<String> numberEnds) {}

  /// The carers of some conversations, as those who ring are told apart.
  ///
  /// @throws org.springframework.dao.DataAccessException while the store is away
  public List<Caller> callers(List<String> ids) {
    return stored.all(ids).stream()
        .map(found ->
            new Caller(ConversationSummary.of(found), found.number().map(ConversationView::ending)))
        .toList();
  }

  /// The conversation of a number, under whichever key its pseudonym was made.
  ///
  /// @param e164 a whole number, such as `+447700900123`
  /// @throws org.springframework.dao.DataAccessException while the store is away
  public Optional<ConversationSummary> byNumber(String e164) {
    for (String pseudonym : names.of(e164)) {
      Optional<Stored> found = stored.read(pseudonym, false);
      if (found.isPresent()) {
        return found.map(ConversationSummary::of);
      }
    }
    return Optional.empty();
  }

  /// The number to write to in a conversation, in E.164 form; empty when it was withheld.
  ///
  /// @throws org.springframework.dao.DataAccessException while the store is away
  public Optional<String> numberOf(String id) {
    return stored.read(id, false).flatMap(Stored::number);
  }

  private static String id(Loaded loaded) {
    return loaded.conversation().id().value();
  }

  private Loaded load(List<String> pseudonyms, MessageId message) {
    replayer.replayFor(pseudonyms);
    return store.load(pseudonyms, message);
  }

  private Answer answer(
      Received received, InboundMessage message, Loaded loaded, Patience patience) {
    Mind.Thought thought = mind.about(message, received.e164(), loaded.conversation());
    Loaded onto = loaded;
    TakenTurn taken = thought.decided(onto.conversation(), true);
    for (int lost = 0; lost < MOST_TRIES && patience.isLeft(); lost++) {
      Optional<Saved> saved = save(taken, onto, patience);
      if (saved.isEmpty()) {
        return outage.keep(taken);
      }
      switch (saved.get()) {
        case Saved.Done _ -> {
          return Answer.of(Given.of(taken.turn()), id(onto), false, true);
        }
        case Saved.Known(var given) -> {
          return Answer.of(given, id(onto), true, true);
        }
        case Saved.Lost(var now) -> {
          onto = lost == 0 ? now : laterOr(now, message.id(), patience, lost);
          taken = thought.decided(onto.conversation(), true);
        }
      }
    }
    LOG.warn("Message {} lost every race and is spooled", message.id());
    return outage.keep(taken);
  }

  /// Whoever loses again steps aside for a moment and looks anew, so that many at once do not race
  /// in step.
  private Loaded laterOr(Loaded now, MessageId message, Patience patience, int lost) {
    patience.pause(lost);
    List<String> name = List.of(now.conversation().id().value());
    return ask(message, patience, () -> store.load(name, message)).orElse(now);
  }

  private Optional<Saved> save(TakenTurn taken, Loaded onto, Patience patience) {
    return ask(taken.message().id(), patience, () -> store.save(taken, onto));
  }

  /// What the store says; nothing when it is away or fails in a way nobody thought of. The carer is
  /// answered even so.
  private static <T> Optional<T> ask(MessageId message, Patience patience, Supplier<T> asking) {
    try {
      return Optional.of(patience.ask(asking));
    } catch (StoreAwayException e) {
      LOG.warn("The store is away for message {}: {}", message, e.reason());
    } catch (RuntimeException e) {
      LOG.error("The store failed for message {}: {}", message, Fault.described(e));
    }
    return Optional.empty();
  }

  private Answer answerWithoutMemory(Received received, InboundMessage message, String pseudonym) {
    Conversation empty = Conversation.begin(new ConversationId(pseudonym));
    return outage.keep(mind.about(message, received.e164(), empty).decided(empty, false));
  }
}
