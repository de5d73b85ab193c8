package org.carersignpost.channel.twilio;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A TwiML document, and the answer that brings it to Twilio.
///
/// It is written by the JDK's own XML writer. Twilio's SDK builds and transforms a document of
/// objects, which alone was a tenth of what a turn costs.
public final class TwimlDocument {
  /// Safe to share: nothing of it is changed any more.
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  private static final MediaType TYPE =
      new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);

  private static final String RESPONSE = "Response";

  private TwimlDocument() {}

  /// What stands within the document.
  @FunctionalInterface
  public interface Content {
    void write(XMLStreamWriter writer) throws XMLStreamException;
  }

  /// A document with that content.
  public static String of(Content content) {
    return written(writer -> {
      writer.writeStartElement(RESPONSE);
      content.write(writer);
      writer.writeEndElement();
    });
  }

  /// A document without content: silence in answer to a text, the end of a call.
  public static String empty() {
    return written(writer -> writer.writeEmptyElement(RESPONSE));
  }

  private static String written(Content whole) {
    StringWriter twiml = new StringWriter();
    try {
      XMLStreamWriter writer = XML.createXMLStreamWriter(twiml);
      writer.writeStartDocument("UTF-8", "1.0");
      whole.write(writer);
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory can always be written to", e);
    }
    return twiml.toString();
  }

  /// The answer to a webhook.
  public static ResponseEntity<String> answer(String twiml) {
    return ResponseEntity.ok().contentType(TYPE).body(twiml);
  }
}
