package org.carersignpost.channel.voice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// What Twilio accepts of a voice document: verbs and their attributes, what may stand in what, and
/// the limits of sizes and speech. From https://www.twilio.com/docs/voice/twiml.
final class TwimlRules {
  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_SAID = 3_000;
  private static final int MOST_SAID_ENCODED = 4_500;
  private static final int MOST_HINTS = 500;
  private static final int MOST_HINT = 100;
  private static final Pattern SPEAKABLE = Pattern.compile("[\\p{L}\\p{N} .,?!':-]+");
  private static final Pattern ADDRESS =
      Pattern.compile("/twilio/(?:voice|status)/[A-Za-z0-9_/-]+(?:\\?[\\w=&.-]+)?");
  private static final Pattern NUMBER_IN_ONE = Pattern.compile(".*\\d{4,}.*");

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("Response", Set.of()),
          Map.entry("Say", Set.of("voice", "language", "loop")),
          Map.entry("Pause", Set.of("length")),
          Map.entry(
              "Gather",
              Set.of(
                  "input",
                  "action",
                  "method",
                  "timeout",
                  "speechTimeout",
                  "numDigits",
                  "finishOnKey",
                  "language",
                  "hints",
                  "speechModel",
                  "profanityFilter",
                  "actionOnEmptyResult",
                  "bargeIn",
                  "maxSpeechTime")),
          Map.entry("Redirect", Set.of("method")),
          Map.entry("Hangup", Set.of()),
          Map.entry("Leave", Set.of()),
          Map.entry("Reject", Set.of("reason")),
          Map.entry("Enqueue", Set.of("action", "method", "waitUrl", "waitUrlMethod")),
          Map.entry(
              "Record",
              Set.of(
                  "action",
                  "method",
                  "maxLength",
                  "timeout",
                  "finishOnKey",
                  "playBeep",
                  "trim",
                  "recordingStatusCallback",
                  "recordingStatusCallbackMethod",
                  "recordingStatusCallbackEvent")),
          Map.entry(
              "Dial",
              Set.of("action", "method", "timeout", "timeLimit", "callerId", "answerOnBridge")),
          Map.entry("Queue", Set.of("url", "method")),
          Map.entry("Connect", Set.of("action", "method")),
          Map.entry(
              "ConversationRelay",
              Set.of(
                  "url",
                  "language",
                  "ttsProvider",
                  "voice",
                  "interruptible",
                  "reportInputDuringAgentSpeech",
                  "dtmfDetection",
                  "profanityFilter",
                  "hints")),
          Map.entry("Number", Set.of("url", "method", "statusCallback", "statusCallbackEvent")));

  private static final Map<String, Set<String>> INSIDE =
      Map.of(
          "Response",
          Set.of(
              "Say",
              "Pause",
              "Gather",
              "Redirect",
              "Hangup",
              "Leave",
              "Reject",
              "Enqueue",
              "Record",
              "Dial",
              "Connect"),
          "Connect",
          Set.of("ConversationRelay"),
          "Gather",
          Set.of("Say", "Pause"),
          "Dial",
          Set.of("Number", "Queue"));

  /// Of a document that is heard while waiting.
  private static final Set<String> WHILE_WAITING =
      Set.of("Say", "Pause", "Gather", "Redirect", "Hangup", "Leave");

  /// After these nothing of the document is reached any more.
  private static final Set<String> LAST = Set.of("Redirect", "Hangup", "Leave", "Reject");

  private TwimlRules() {}

  /// What is wrong with a document; nothing if Twilio would take it.
  static List<String> broken(String twiml) {
    List<String> broken = new ArrayList<>();
    if (twiml.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      broken.add("longer than 64 kB");
    }
    Element response = TestPhone.parsed(twiml);
    if (!response.getTagName().equals("Response")) {
      broken.add("begins with " + response.getTagName());
    }
    check(response, broken);
    order(children(response), broken);
    return broken;
  }

  /// The same for a document that is heard while waiting.
  static List<String> brokenWhileWaiting(String twiml) {
    List<String> broken = new ArrayList<>(broken(twiml));
    for (Element child : children(TestPhone.parsed(twiml))) {
      if (!WHILE_WAITING.contains(child.getTagName())) {
        broken.add(child.getTagName() + " while waiting");
      }
    }
    return broken;
  }

  private static void check(Element element, List<String> broken) {
    String name = element.getTagName();
    Set<String> known = ATTRIBUTES.get(name);
    if (known == null) {
      broken.add("unknown element " + name);
      return;
    }
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      if (!known.contains(attribute.getNodeName())) {
        broken.add(name + " has no attribute " + attribute.getNodeName());
      }
    }
    for (Element child : children(element)) {
      if (!INSIDE.getOrDefault(name, Set.of()).contains(child.getTagName())) {
        broken.add(child.getTagName() + " in " + name);
      }
      check(child, broken);
    }
    switch (name) {
      case "Say" -> said(element, broken);
      case "Pause" -> between(element, "length", 1, 30, broken);
      case "Gather" -> gather(element, broken);
      case "Record" -> {
        between(element, "maxLength", 1, 120, broken);
        between(element, "timeout", 1, 30, broken);
        address(element.getAttribute("action"), broken);
      }
      case "Enqueue" -> {
        address(element.getAttribute("action"), broken);
        address(element.getAttribute("waitUrl"), broken);
        if (element.getTextContent().isBlank() || element.getTextContent().length() > 64) {
          broken.add("a queue without a name");
        }
      }
      case "Redirect" -> address(element.getTextContent(), broken);
      case "Connect" -> address(element.getAttribute("action"), broken);
      case "ConversationRelay" -> {
        if (!element.getAttribute("url").matches("wss://[a-z.]+/twilio/voice/[A-Za-z0-9_-]+/relay")
            || !element.getAttribute("language").equals("en-GB")
            || !element.getAttribute("profanityFilter").equals("false")) {
          broken.add("a socket that listens in another way");
        }
      }
      default -> {}
    }
  }

  private static void gather(Element gather, List<String> broken) {
    address(gather.getAttribute("action"), broken);
    between(gather, "timeout", 1, 60, broken);
    between(gather, "speechTimeout", 1, 10, broken);
    if (!gather.getAttribute("input").equals("dtmf speech")) {
      broken.add("a prompt without speech and keys");
    }
    if (!gather.getAttribute("actionOnEmptyResult").equals("true")) {
      broken.add("a prompt that does not say what happens on silence");
    }
    if (!gather.getAttribute("language").equals("en-GB")
        || !gather.getAttribute("profanityFilter").equals("false")
        || gather.getAttribute("speechModel").isEmpty()) {
      broken.add("a prompt that listens in another way");
    }
    String[] hints = gather.getAttribute("hints").split(",");
    if (hints.length > MOST_HINTS) {
      broken.add(hints.length + " hints");
    }
    for (String hint : hints) {
      if (hint.length() > MOST_HINT) {
        broken.add("a hint of " + hint.length());
      }
    }
    if (gather.getElementsByTagName("Say").getLength() == 0) {
      broken.add("a prompt that asks nothing");
    }
  }

  private static void said(Element say, List<String> broken) {
    String words = say.getTextContent();
    if (words.isBlank() || words.length() > MOST_SAID) {
      broken.add("says " + words.length() + " characters");
    }
    if (URLEncoder.encode(words, StandardCharsets.UTF_8).length() > MOST_SAID_ENCODED) {
      broken.add("says more than 4,500 characters as they are sent");
    }
    if (!SPEAKABLE.matcher(words).matches()) {
      broken.add("reads a sign aloud: " + words);
    }
    if (NUMBER_IN_ONE.matcher(words.replaceAll("\\b(?:19|20)\\d\\d\\b", "")).matches()) {
      broken.add("reads a number in one: " + words);
    }
    if (words.contains("{") || words.contains("}")) {
      broken.add("has a gap: " + words);
    }
    if (say.getAttribute("voice").isEmpty() || !say.getAttribute("language").equals("en-GB")) {
      broken.add("speaks with any voice");
    }
  }

  private static void order(List<Element> verbs, List<String> broken) {
    for (int i = 0; i + 1 < verbs.size(); i++) {
      if (LAST.contains(verbs.get(i).getTagName())) {
        broken.add("something after " + verbs.get(i).getTagName());
      }
    }
    Set<String> names = new HashSet<>();
    verbs.forEach(verb -> names.add(verb.getTagName()));
    if (names.contains("Gather") && !names.contains("Redirect")) {
      broken.add("silence after a prompt ends the call");
    }
    if (verbs.isEmpty()) {
      broken.add("an empty document hangs up without a word");
    }
  }

  private static void between(
      Element element, String name, int least, int most, List<String> broken) {
    String value = element.getAttribute(name);
    if (!value.matches("\\d{1,4}")
        || Integer.parseInt(value) < least
        || Integer.parseInt(value) > most) {
      broken.add(element.getTagName() + " " + name + "=" + value);
    }
  }

  private static void address(String address, List<String> broken) {
    if (!ADDRESS.matcher(address).matches()) {
      broken.add("goes to " + address);
    }
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }
}
