package org.carersignpost.channel.sms;

import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.carersignpost.channel.twilio.TwimlDocument;

/// Our words as TwiML: one `<Message>` for each text, an empty `<Response/>` for silence.
final class Twiml {
  /// Twilio refuses a longer message (21617).
  private static final int MOST_CHARACTERS = 1600;

  private static final String MESSAGE = "Message";

  private Twiml() {}

  static String messages(List<String> texts) {
    return messages(texts, Optional.empty());
  }

  /// @param callback where Twilio tells what became of each; its place among the texts, from 0, is
  ///   put at the end
  static String messages(List<String> texts, Optional<String> callback) {
    if (texts.stream().allMatch(text -> allowedInXml(text).isBlank())) {
      return TwimlDocument.empty();
    }
    return TwimlDocument.of(writer -> {
      for (int i = 0; i < texts.size(); i++) {
        write(writer, allowedInXml(texts.get(i)), callback, i);
      }
    });
  }

  private static void write(
      XMLStreamWriter writer, String text, Optional<String> callback, int place)
      throws XMLStreamException {
    if (text.isBlank()) {
      return;
    }
    writer.writeStartElement(MESSAGE);
    if (callback.isPresent()) {
      writer.writeAttribute("statusCallback", callback.get() + place);
    }
    writer.writeCharacters(cut(text));
    writer.writeEndElement();
  }

  /// The text without what XML 1.0 cannot hold: control characters, half pairs and non-characters.
  private static String allowedInXml(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints().filter(Twiml::isAllowedInXml).forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  private static boolean isAllowedInXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c < 0xD800)
        || (c > 0xDFFF && c < 0xFFFE)
        || c >= 0x10000;
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS));
  }
}
