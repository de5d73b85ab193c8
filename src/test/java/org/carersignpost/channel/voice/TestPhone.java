package org.carersignpost.channel.voice;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A caller's phone and the network behind it: brings each step to the webhook as Twilio would, and
/// goes where the document says.
public final class TestPhone implements Caller {
  static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";

  private static final DocumentBuilder XML = xml();

  private final Line line;
  private final String call;
  private final String from;
  private final List<String> paths = new ArrayList<>();
  private final List<Map<String, String>> forms = new ArrayList<>();
  private String twiml = "";
  private Element response = parsed("<Response/>");
  private boolean isOver;
  private int rounds;

  /// Brings a form to an address, and gives the document that comes back.
  @FunctionalInterface
  public interface Line {
    String post(String path, Map<String, String> form);
  }

  private TestPhone(Line line, String call, String from) {
    this.line = line;
    this.call = call;
    this.from = from;
    go("/twilio/voice", Map.of("CallStatus", "ringing"));
  }

  /// Rings.
  ///
  /// @param from a number in E.164 form, or `anonymous`
  public static TestPhone rings(Line line, String call, String from) {
    return new TestPhone(line, call, from);
  }

  private TestPhone(TestPhone other, Line line) {
    this.line = line;
    this.call = other.call;
    this.from = other.from;
    this.paths.addAll(other.paths);
    this.forms.addAll(other.forms);
    this.twiml = other.twiml;
    this.response = other.response;
    this.isOver = other.isOver;
    this.rounds = other.rounds;
  }

  /// Another phone in the same call, on a copy of the line.
  TestPhone on(Line copy) {
    return new TestPhone(this, copy);
  }

  public String call() {
    return call;
  }

  String from() {
    return from;
  }

  /// The last document.
  public String twiml() {
    return twiml;
  }

  /// Whether the document ends the call, or the caller has.
  public boolean isOver() {
    return isOver || has("Hangup") || has("Reject") || children().isEmpty();
  }

  public boolean listens() {
    return has("Gather");
  }

  public boolean waits() {
    return has("Enqueue");
  }

  public boolean records() {
    return has("Record");
  }

  /// What is said in the document, joined; pauses are left out.
  public String words() {
    StringBuilder words = new StringBuilder();
    NodeList said = response.getElementsByTagName("Say");
    for (int i = 0; i < said.getLength(); i++) {
      words.append(said.item(i).getTextContent()).append(' ');
    }
    return words.toString().strip();
  }

  /// What is said that the caller cannot interrupt.
  public String firmWords() {
    StringBuilder words = new StringBuilder();
    for (Element child : children()) {
      if (child.getTagName().equals("Say")) {
        words.append(child.getTextContent()).append(' ');
      }
    }
    return words.toString().strip();
  }

  public TestPhone says(String words) {
    return says(words, "0.92");
  }

  @Override
  public TestPhone says(String words, String confidence) {
    return go(action("Gather"), Map.of("SpeechResult", words, "Confidence", confidence));
  }

  @Override
  public TestPhone presses(String keys) {
    return go(action("Gather"), Map.of("Digits", keys));
  }

  @Override
  public TestPhone saysNothing() {
    return go(action(records() ? "Redirect" : "Gather"), Map.of());
  }

  @Override
  public TestPhone leavesMessage(int seconds) {
    String sid = "RE%032x".formatted(call.hashCode());
    return go(
        action("Record"),
        Map.of(
            "RecordingSid",
            sid,
            "RecordingUrl",
            "https://api.twilio.com/2010-04-01/Accounts/" + ACCOUNT + "/Recordings/" + sid,
            "RecordingDuration",
            Integer.toString(seconds),
            "Digits",
            "#"));
  }

  /// The caller presses a key while waiting for a person.
  @Override
  public TestPhone pressesWhileWaiting(String keys) {
    return whileWaiting(Map.of("Digits", keys));
  }

  /// The caller says something while waiting, or somebody else in the room.
  @Override
  public TestPhone saysWhileWaiting(String words) {
    return whileWaiting(Map.of("SpeechResult", words, "Confidence", "0.9"));
  }

  private TestPhone whileWaiting(Map<String, String> heard) {
    rounds++;
    String stay = twiml;
    go(attribute("Enqueue", "waitUrl") + "/" + rounds * 20, heard);
    boolean leaves = has("Leave");
    twiml = stay;
    response = parsed(stay);
    paths.removeLast();
    forms.removeLast();
    return leaves ? stopsWaiting("leave") : this;
  }

  /// Waiting for a person ends.
  ///
  /// @param result `bridged`, `leave`, `hangup`, ...
  @Override
  public TestPhone stopsWaiting(String result) {
    return go(action("Enqueue"), Map.of("QueueResult", result, "QueueTime", "30"));
  }

  /// The caller rings off; the network tells of it.
  @Override
  public TestPhone hangsUp() {
    Map<String, String> form = form();
    form.put("CallStatus", "completed");
    form.put("CallDuration", "42");
    line.post("/twilio/status/call", form);
    isOver = true;
    return this;
  }

  /// The websocket of the call is closed.
  ///
  /// @param more what Twilio tells of it
  TestPhone socketEnds(Map<String, String> more) {
    return go(action("Connect"), more);
  }

  /// The last step once more, as Twilio does when it got no answer.
  public String again() {
    return line.post(paths.getLast(), forms.getLast());
  }

  String attribute(String element, String name) {
    return find(element).map(found -> found.getAttribute(name)).orElse("");
  }

  private String action(String element) {
    Element found =
        find(element)
            .orElseThrow(() -> new AssertionError("There is no " + element + " in " + twiml));
    return element.equals("Redirect") ? found.getTextContent() : found.getAttribute("action");
  }

  private TestPhone go(String path, Map<String, String> more) {
    Map<String, String> form = form();
    form.put("CallStatus", "in-progress");
    form.putAll(more);
    paths.add(path);
    forms.add(form);
    twiml = line.post(path, form);
    response = parsed(twiml);
    return this;
  }

  private Map<String, String> form() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("CallSid", call);
    form.put("AccountSid", ACCOUNT);
    form.put("From", from);
    form.put("To", "+447700900000");
    form.put("Direction", "inbound");
    form.put("ApiVersion", "2010-04-01");
    form.put("FromCountry", "GB");
    return form;
  }

  private List<Element> children() {
    NodeList nodes = response.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
        .map(Element.class::cast)
        .toList();
  }

  private boolean has(String name) {
    return find(name).isPresent();
  }

  private Optional<Element> find(String name) {
    return children().stream().filter(child -> child.getTagName().equals(name)).findFirst();
  }

  static synchronized Element parsed(String twiml) {
    try {
      return XML.parse(new InputSource(new StringReader(twiml))).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new AssertionError("no TwiML: " + twiml, e);
    }
  }

  private static DocumentBuilder xml() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new AssertionError(e);
    }
  }
}
