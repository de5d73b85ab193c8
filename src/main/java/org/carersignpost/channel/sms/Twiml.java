package org.carersignpost.channel.sms;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.messaging.Message;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;

/// Our words as TwiML: one `<Message>` for each text, an empty `<Response/>` for silence.
final class Twiml {
  /// Twilio refuses a longer message (21617).
  private static final int MOST_CHARACTERS = 1600;

  static {
    // The SDK makes new XML factories for every answer, and each time the JDK would look through
    // every jar for others than
    // its own. Naming its own spares that, which is a third of the cost of a turn.
    choose("javax.xml.parsers.DocumentBuilderFactory", DocumentBuilderFactory.newDefaultInstance());
    choose("javax.xml.transform.TransformerFactory", TransformerFactory.newDefaultInstance());
  }

  private Twiml() {}

  private static void choose(String property, Object factory) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, factory.getClass().getName());
    }
  }

  static String messages(List<String> texts) {
    MessagingResponse.Builder response = new MessagingResponse.Builder();
    texts.stream()
        .map(Twiml::allowedInXml)
        .filter(text -> !text.isBlank())
        .forEach(text -> response.message(new Message.Builder(cut(text)).build()));
    return response.build().toXml();
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
