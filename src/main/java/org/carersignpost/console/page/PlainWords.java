package org.carersignpost.console.page;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.console.Wait;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Outcome;

/// What the service calls by short names, in plain words for staff.
final class PlainWords {
  private static final String RISK = "risk.";
  private static final String POSSIBLE = "possible.";
  private static final String LANGUAGE = "language.";

  private static final Map<String, String> DANGERS =
      Map.of(
          "suicide", "thoughts of suicide",
          "suicide_other", "somebody else's thoughts of suicide",
          "adult_abuse", "an adult who may be abused",
          "child_harm", "a child who may be harmed",
          "domestic_abuse", "abuse at home",
          "emergency", "life in danger",
          "harm_by_carer", "a carer afraid of doing harm",
          "missing_person", "somebody missing",
          "breakdown", "care breaking down");

  /// A script is of several languages, and the reader must not be misled.
  private static final Map<String, String> LANGUAGES =
      Map.of(
          "bn", "Bengali",
          "hu", "Hungarian",
          "ne", "Nepali (or another language in its script)",
          "ne-Latn", "Nepali in Latin letters",
          "pl", "Polish",
          "pt", "Portuguese",
          "ro", "Romanian",
          "uk", "Ukrainian (or another language in its script)",
          "ur", "Urdu (or another language in its script)");

  private static final Map<String, String> POLICIES =
      Map.ofEntries(
          Map.entry("risk", "the fixed safety reply"),
          Map.entry("opt-out", "the opt-out"),
          Map.entry("staff-owns", "nobody: it was left to staff"),
          Map.entry("language", "the fixed sentence in the carer's language"),
          Map.entry("person", "the promise of a person"),
          Map.entry("question", "the answer to our question"),
          Map.entry("navigation", "more of the same, or again"),
          Map.entry("small-talk", "a kind word"),
          Map.entry("signposting", "services from the directory"),
          Map.entry("fallback", "a request to say it in other words"));

  private PlainWords() {}

  /// Why somebody waits.
  ///
  /// @param reason as the queue has it: `asked`, `risk.suicide`, ...
  /// @param answerWithin after how long an unanswered conversation goes back to the queue
  static String reason(String reason, Duration answerWithin) {
    if (reason.startsWith(RISK)) {
      return "Danger: " + danger(reason.substring(RISK.length()));
    }
    if (reason.startsWith(POSSIBLE)) {
      return "Perhaps a danger: " + danger(reason.substring(POSSIBLE.length()));
    }
    if (reason.startsWith(LANGUAGE)) {
      return "Writes in " + language(reason.substring(LANGUAGE.length()));
    }
    return switch (reason.split(":", 2)[0]) {
      case "call_back" -> "Wants to be rung back";
      case "voicemail" -> "Left a message";
      case "asked" -> "Asked for a person";
      case "misunderstood" -> "Could not be understood";
      case "complaint" -> "Complains about the service";
      case "returned" -> "Is back, and an answer was owed";
      case "lapsed" -> "Not answered within " + Wait.inWords(answerWithin) + ", so back here";
      case "released" -> "Given back to the queue";
      case "passed" -> "Passed on by a colleague";
      default -> "Needs a person";
    };
  }

  /// When a carer wants to be rung back.
  ///
  /// @param when in the carer's words, perhaps none
  static String callBack(String when) {
    return when.isBlank() ? "Ring back" : "Ring back: " + when;
  }

  /// How a caller stands.
  ///
  /// @param with how colleagues know whoever talks with the caller
  static String onThePhone(boolean isWaiting, Optional<String> with) {
    return with.map(name -> "On the phone with " + name)
        .orElse(isWaiting ? "Waiting on the phone" : "On the phone now");
  }

  /// The name of a language.
  static String language(String code) {
    return LANGUAGES.getOrDefault(code, "another language");
  }

  /// What a danger is about.
  static String danger(String kind) {
    return DANGERS.getOrDefault(kind, spaced(kind));
  }

  static String priority(String id) {
    return capital(id);
  }

  /// Which part of the service answered.
  static String policy(String name) {
    return POLICIES.getOrDefault(name, spaced(name));
  }

  /// What was wanted.
  ///
  /// @param topicNames by the ids of the topics
  static String intent(String id, Map<String, String> topicNames) {
    try {
      return switch (Intent.of(id)) {
        case Intent.Find(var topic) -> "Help with: " + topicNames.getOrDefault(topic, topic);
        case Intent.Talk talk -> talk(talk);
      };
    } catch (IllegalArgumentException e) {
      return spaced(id);
    }
  }

  private static String talk(Intent.Talk talk) {
    return switch (talk) {
      case GREET -> "Says hello";
      case THANK -> "Says thank you";
      case SAY_GOODBYE -> "Says goodbye";
      case AFFIRM -> "Says yes";
      case DENY -> "Says no";
      case ASK_FOR_MORE -> "Asks for more services";
      case ASK_TO_REPEAT -> "Asks to hear it again";
      case ASK_IF_CHECKED -> "Asks whether it is right";
      case ASK_WHO_WE_ARE -> "Asks who we are";
      case ASK_IF_ROBOT -> "Asks whether this is a robot";
      case ASK_COST -> "Asks what it costs";
      case ASK_PRIVACY -> "Asks about privacy";
      case ASK_FOR_PERSON -> "Asks for a person";
      case STOP_MESSAGES -> "Wants no more texts";
      case START_MESSAGES -> "Wants texts again";
      case ASK_FOR_HELP -> "Asks how this works";
      case COMPLAIN_ABOUT_US -> "Complains about the service";
      case CHOOSE -> "Chooses one of the services";
      case GIVE_PLACE -> "Names a place";
      case OUT_OF_SCOPE -> "Something that is not for us";
      case UNCLEAR -> "Not clear";
    };
  }

  /// How a conversation ended, after "closed it:".
  static String outcome(Outcome outcome) {
    return switch (outcome) {
      case HELPED -> "the carer was helped";
      case SIGNPOSTED -> "signposted to a service";
      case REFERRED -> "referred to a service by us";
      case NO_ANSWER -> "the carer did not write again";
      case UNSUITABLE -> "not for us";
      case REPEAT -> "goes on in another conversation";
    };
  }

  static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String spaced(String id) {
    return id.replace('_', ' ').replace('-', ' ');
  }
}
