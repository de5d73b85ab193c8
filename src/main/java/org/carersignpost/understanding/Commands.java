package org.carersignpost.understanding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.understanding.words.Word;

/// Reads messages that are a bare word or command, whatever the case and the signs around it.
///
/// Only the whole message counts: `stop` is an opt-out, `I can't stop crying` is none.
final class Commands {
  /// Ends our texts when alone; Twilio obeys the same words.
  private static final Set<String> STOP =
      Set.of(
          "stop",
          "stopall",
          "stop all",
          "unsubscribe",
          "cancel",
          "end",
          "quit",
          "revoke",
          "optout",
          "opt out");

  private static final Set<String> START =
      Set.of(
          "start",
          "unstop",
          "restart",
          "resume",
          "resubscribe",
          "subscribe",
          "optin",
          "opt in",
          "start again",
          "sign me back up",
          "put me back on");

  private static final Map<Intent.Talk, Set<String>> WORDS =
      Map.of(
          Intent.Talk.ASK_FOR_HELP,
          Set.of("help", "info", "menu", "commands"),
          Intent.Talk.ASK_FOR_MORE,
          Set.of(
              "more",
              "next",
              "more info",
              "show more",
              "any more",
              "anything else",
              "any others",
              "others",
              "what else",
              "something else",
              "m"),
          Intent.Talk.ASK_TO_REPEAT,
          Set.of(
              "again",
              "repeat",
              "say again",
              "say that again",
              "send again",
              "send it again",
              "send that again",
              "repeat that",
              "resend",
              "once more"),
          Intent.Talk.ASK_FOR_PERSON,
          Set.of(
              "person",
              "a person",
              "human",
              "a human",
              "real person",
              "a real person",
              "adviser",
              "advisor",
              "operator",
              "someone",
              "talk to someone",
              "speak to someone",
              "talk to a person",
              "speak to a person",
              "talk to a human",
              "speak to a human",
              "talk to somebody",
              "speak to somebody",
              "call me",
              "ring me",
              "phone me",
              "call me back",
              "ring me back",
              "can i talk to someone",
              "can i speak to someone",
              "i want to talk to someone",
              "i want to speak to someone",
              "i need to talk to someone",
              "i need to speak to someone"),
          Intent.Talk.AFFIRM,
          Set.of(
              "yes",
              "y",
              "yeah",
              "yea",
              "yep",
              "yup",
              "yh",
              "ye",
              "yes pls",
              "ok",
              "okay",
              "k",
              "sure",
              "go on",
              "go on then",
              "do it",
              "please do",
              "yes i do",
              "yes i would",
              "that would be good",
              "thatd be good",
              "aye",
              "definitely",
              "of course",
              "alright",
              "all right",
              "fine",
              "yes ok",
              "ok yes",
              "ok then",
              "yes that would help"),
          Intent.Talk.DENY,
          Set.of(
              "no",
              "n",
              "nope",
              "nah",
              "no thanks",
              "no thank you",
              "no thx",
              "no ta",
              "not now",
              "not really",
              "no im ok",
              "no im fine",
              "not yet",
              "rather not",
              "id rather not",
              "no dont",
              "nothing",
              "never mind",
              "nevermind",
              "no not now",
              "im ok thanks"));

  private static final List<String> POLITE =
      List.of(" please", " pls", " plz", " thanks", " thank you", " thx", " ta");

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("first", 1),
          Map.entry("second", 2),
          Map.entry("third", 3),
          Map.entry("1st", 1),
          Map.entry("2nd", 2),
          Map.entry("3rd", 3));

  private static final Pattern CHOICE =
      Pattern.compile(
          "(?:(?:can i have|could i have|ill have|ill take|i want|i choose|i pick|send me|send"
              + "|tell me about|tell me more about|more about|more on|details for|details of"
              + "|details on|details|what about|text me|show me) )?"
              + "(?:the )?(?:(?:option|no|number|num|nr|service|choice) )?"
              + "([1-9]|one|two|three|first|second|third|1st|2nd|3rd)(?: one| option| service)?");

  private static final int SURE_DIGITS = 3;

  private Commands() {}

  /// What a bare word means.
  ///
  /// @param choice the number chosen, for a choice
  record Command(Intent.Talk intent, OptionalInt choice) {
    private static Command of(Intent.Talk intent) {
      return new Command(intent, OptionalInt.empty());
    }
  }

  static Optional<Command> read(List<Word> words, Conversation conversation) {
    String said = String.join(" ", words.stream().map(Word::text).toList());
    if (said.isEmpty()) {
      return Optional.of(Command.of(Intent.Talk.UNCLEAR));
    }
    if (STOP.contains(said)) {
      return Optional.of(Command.of(Intent.Talk.STOP_MESSAGES));
    }
    if (START.contains(said)) {
      return Optional.of(Command.of(Intent.Talk.START_MESSAGES));
    }
    String plain = withoutPoliteness(said);
    for (Map.Entry<Intent.Talk, Set<String>> entry : WORDS.entrySet()) {
      if (entry.getValue().contains(said) || entry.getValue().contains(plain)) {
        return Optional.of(Command.of(entry.getKey()));
      }
    }
    // Before anything was offered it is about something else.
    if (conversation.offer().isPresent() && Doubts.isOne(plain)) {
      return Optional.of(Command.of(Intent.Talk.ASK_IF_CHECKED));
    }
    return choice(plain, conversation);
  }

  private static Optional<Command> choice(String said, Conversation conversation) {
    Matcher matcher = CHOICE.matcher(said);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String number = matcher.group(1);
    int choice = NUMBERS.containsKey(number) ? NUMBERS.get(number) : Integer.parseInt(number);
    boolean sure = said.length() == 1 && choice <= SURE_DIGITS;
    return sure || conversation.offer().isPresent()
        ? Optional.of(new Command(Intent.Talk.CHOOSE, OptionalInt.of(choice)))
        : Optional.empty();
  }

  private static String withoutPoliteness(String said) {
    for (String ending : POLITE) {
      if (said.endsWith(ending) && said.length() > ending.length()) {
        return said.substring(0, said.length() - ending.length());
      }
    }
    return said;
  }
}
