package org.carersignpost.channel.simulator;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads what our webhooks answer.
final class TwimlReader {
  private TwimlReader() {}

  /// The `<Response>` of a document.
  static Element response(String twiml) throws Undelivered {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // Without a handler the parser writes to the console.
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(twiml))).getDocumentElement();
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new Undelivered("The webhook's answer is not TwiML.", e);
    }
  }

  /// The elements directly inside, in order.
  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static Optional<Element> child(Element parent, String name) {
    return children(parent).stream().filter(each -> each.getTagName().equals(name)).findFirst();
  }

  /// Its words, with single spaces.
  static String words(Element element) {
    return element.getTextContent().strip().replaceAll("\\s+", " ");
  }

  /// An attribute; empty if it is missing or blank.
  static Optional<String> attribute(Element element, String name) {
    return Optional.of(element.getAttribute(name).strip()).filter(value -> !value.isEmpty());
  }

  /// An attribute that is a number.
  ///
  /// @param otherwise what holds if it is missing or no number
  static int number(Element element, String name, int otherwise) {
    return attribute(element, name)
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(Integer::valueOf)
        .orElse(otherwise);
  }
}
