package org.carersignpost.conversation.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carersignpost.conversation.store.Stored;
import org.carersignpost.conversation.store.StoredMessage;
import org.carersignpost.conversation.store.StoredMessage.Author;
import org.carersignpost.dialogue.Calling;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Slots;

/// A stored conversation for tests: words of carer, bot and staff, and what is known of it.
public final class Sample {
  private final String id;
  private final List<StoredMessage> messages = new ArrayList<>();
  private Instant at = Instant.parse("2026-03-02T10:15:00Z");
  private Optional<String> team = Optional.empty();
  private Optional<Place> place = Optional.empty();
  private List<String> topics = List.of();
  private Priority priority = Priority.NORMAL;
  private Ownership ownership = new Ownership.Bot();

  private Sample(String id) {
    this.id = id;
  }

  public static Sample of(String id) {
    return new Sample(id);
  }

  public Sample carer(String text) {
    return said(Author.CARER, text);
  }

  public Sample bot(String text) {
    return said(Author.BOT, text);
  }

  Sample staff(String text) {
    return said(Author.STAFF, text);
  }

  public Sample at(Instant instant) {
    at = instant;
    return this;
  }

  public Sample team(String value) {
    team = Optional.of(value);
    return this;
  }

  public Sample place(String name, String... areas) {
    place = Optional.of(new Place(name, List.of(areas), Place.Kind.TOWN, ""));
    return this;
  }

  public Sample topics(String... ids) {
    topics = List.of(ids);
    return this;
  }

  Sample priority(Priority value) {
    priority = value;
    return this;
  }

  Sample waiting() {
    ownership = new Ownership.Waiting(at);
    return this;
  }

  public Stored stored() {
    Conversation conversation =
        new Conversation(
            new ConversationId(id),
            ownership,
            team.map(name -> new Conversation.Routing(name, false)),
            priority,
            new Slots(place, Optional.empty(), Optional.empty(), List.of()),
            topics,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            true,
            false,
            List.of(),
            Optional.of(at),
            Calling.NONE,
            Optional.empty());
    return new Stored(conversation, Optional.empty(), at, messages.size(), 0, messages);
  }

  private Sample said(Author from, String text) {
    messages.add(
        new StoredMessage(
            messages.size() + 1L, at, from, text, Channel.SMS, Optional.empty(), Optional.empty()));
    return this;
  }
}
