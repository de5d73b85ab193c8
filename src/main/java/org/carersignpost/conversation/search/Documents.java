package org.carersignpost.conversation.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;
import org.carersignpost.conversation.store.Stored;
import org.carersignpost.conversation.store.StoredMessage;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Place;

/// What of a conversation is indexed, and under which field.
final class Documents {
  static final String ID = "id";

  /// What carers and staff said, private notes among it.
  static final String SAID = "said";

  static final String BOT = "bot";
  static final String TOPIC = "topic";

  /// The topics as words, so that who writes `respite` finds `breaks-respite`.
  static final String ABOUT = "about";

  static final String PLACE = "place";
  static final String TEAM = "team";
  static final String STATE = "state";
  static final String PRIORITY = "priority";
  static final String LAST_AT = "lastAt";

  /// How many bytes its words have.
  static final String BYTES = "bytes";

  /// Of what people said in one conversation, the newest so many bytes are indexed.
  static final int MOST_SAID = 6 * 1024;

  /// Of the bot's words, which are much the same everywhere, fewer will do.
  static final int MOST_OF_BOT = 2 * 1024;

  private static final String NO_TEAM = "none";
  private static final String A_TEAM = "team:";
  private static final int LONGEST_CHARACTER = 3;

  /// Scores take no account of how long a text is, so norms would be room wasted.
  private static final FieldType WORDS = words();

  private Documents() {}

  static Document of(Stored stored) {
    Conversation conversation = stored.conversation();
    Document document = new Document();
    document.add(new StringField(ID, conversation.id().value(), Field.Store.NO));
    document.add(new BinaryDocValuesField(ID, new BytesRef(conversation.id().value())));
    for (String topic : conversation.topics()) {
      document.add(new StringField(TOPIC, topic, Field.Store.NO));
      document.add(new Field(ABOUT, topic, WORDS));
    }
    conversation.slots().place().ifPresent(place -> addPlace(document, place));
    document.add(
        new StringField(
            TEAM, team(conversation.routing().map(Conversation.Routing::team)), Field.Store.NO));
    document.add(new StringField(STATE, conversation.ownership().state(), Field.Store.NO));
    document.add(new StringField(PRIORITY, conversation.priority().id(), Field.Store.NO));
    addLastAt(document, stored.lastMessageAt());
    document.add(new NumericDocValuesField(BYTES, addMessages(document, stored.messages())));
    return document;
  }

  /// A team as a term; conversations of no team have one too, so that they can be asked for.
  static String team(Optional<String> team) {
    return team.map(id -> A_TEAM + id).orElse(NO_TEAM);
  }

  /// The team of such a term.
  static Optional<String> teamOf(String term) {
    return term.equals(NO_TEAM) ? Optional.empty() : Optional.of(term.substring(A_TEAM.length()));
  }

  private static void addPlace(Document document, Place place) {
    document.add(new Field(PLACE, place.name(), WORDS));
    place.areas().forEach(area -> document.add(new Field(PLACE, area, WORDS)));
  }

  private static void addLastAt(Document document, Instant at) {
    document.add(new LongPoint(LAST_AT, at.toEpochMilli()));
    document.add(new NumericDocValuesField(LAST_AT, at.toEpochMilli()));
  }

  /// A message as it is kept for snippets and indexed.
  private record Words(String from, String field, String text) {}

  /// The newest messages that fit, in their order; the oldest of them may be cut.
  private static int addMessages(Document document, List<StoredMessage> messages) {
    List<Words> kept = new ArrayList<>();
    int leftOfSaid = MOST_SAID;
    int leftOfBot = MOST_OF_BOT;
    for (StoredMessage message : messages.reversed()) {
      String field = fieldOf(message);
      boolean isBots = field.equals(BOT);
      String text = field.isEmpty() ? "" : cut(message.text(), isBots ? leftOfBot : leftOfSaid);
      if (!text.isBlank()) {
        kept.add(new Words(message.from().name().toLowerCase(Locale.ROOT), field, text));
        int bytes = bytes(text);
        leftOfBot -= isBots ? bytes : 0;
        leftOfSaid -= isBots ? 0 : bytes;
      }
    }
    for (Words words : kept.reversed()) {
      document.add(new Field(words.field(), words.text(), WORDS));
      document.add(new StoredField(words.from(), words.text()));
    }
    return MOST_SAID - leftOfSaid + MOST_OF_BOT - leftOfBot;
  }

  /// Where the words of a message belong; empty for lines that nobody said.
  private static String fieldOf(StoredMessage message) {
    // By name, so that kinds of messages may come that this does not know.
    return switch (message.from().name()) {
      case "BOT" -> BOT;
      case "EVENT" -> "";
      default -> SAID;
    };
  }

  private static String cut(String text, int mostBytes) {
    if (bytes(text) <= mostBytes) {
      return text;
    }
    return text.substring(0, Math.min(text.length(), mostBytes / LONGEST_CHARACTER));
  }

  private static int bytes(String text) {
    return UnicodeUtil.calcUTF16toUTF8Length(text, 0, text.length());
  }

  private static FieldType words() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }
}
