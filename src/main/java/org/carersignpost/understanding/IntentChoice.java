package org.carersignpost.understanding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.understanding.classifier.Classification;
import org.carersignpost.understanding.slots.SlotFindings;
import org.carersignpost.understanding.words.Word;

/// Weighs what the classifier says against what else is known, where a wrong reading would hurt.
///
/// An opt-out is obeyed only if the words are about our texts; a carer who names a condition or
/// says whom they look after gets an answer although the classifier is not sure.
final class IntentChoice {
  private static final double SURE_OF_OPT_OUT = 0.6;
  private static final double SURE_OF_OPT_IN = 0.5;
  private static final double SURE_OF_TALK = 0.6;
  private static final double SURE_OF_TOPIC = 0.5;
  private static final double SURE_OUT_OF_SCOPE = 0.9;
  private static final double NAMED_CONDITION = 0.5;
  private static final double SOME_CARER = 0.4;
  private static final int SHORT_ANSWER = 8;
  private static final String GENERAL = "general-carer-support";

  private static final Pattern ABOUT_OUR_TEXTS =
      Pattern.compile(
          ".*\\b(texts?|txts?|texting|txting|messages?|msgs?|messaging|unsubscribe|subscribe"
              + "|resubscribe|opt|opted|opting|optin|optout|contact|contacting|my number"
              + "|(your|the|this|mailing) list|leave me alone|numbers|remove me|add me"
              + "|sending (me|these|this|them)|back on|unblock me|sign me back)\\b.*");

  private static final Pattern WANTS_TEXTS =
      Pattern.compile(
          ".*\\b(start|restart|resume|begin|back|again|subscribe|resubscribe|sign me|opt|opting"
              + "|optin|unstop|unblock|turn on|want|keep|can text|ok to|add me|by mistake"
              + "|by accident|didnt mean|changed my mind)\\b.*");

  /// Somebody else's texts, or something else to be stopped.
  private static final Pattern NOT_OUR_TEXTS =
      Pattern.compile(
          ".*\\b(he|she|hes|shes|they|theyre|him|scam|scams|scammers?|dwp|bank|ex|crying|cry"
              + "|drinking|hitting|hurting|self harm|people|caring|care|carer|mum|mums|dad|dads"
              + "|husband|wife|son|daughter|friend|got to stop|must stop|has to stop|cant stop"
              + "|can t stop|school|social worker|council|doctor|hospital|make them|stop them (from|text"
              + "|ring|call)[a-z]*)\\b.*");

  private static final Pattern LOOKS_AFTER =
      Pattern.compile(
          ".*\\b(look(ing|s|ed)? after|car(e|es|ing) for|carers?|carer for|full time care|my caring"
              + "|caring role|disabled|unwell|poorly|housebound|bedridden|bed bound|ill)\\b.*");

  /// Courtesy around a need is not the need.
  private static final Set<Intent.Talk> COURTESY =
      Set.of(
          Intent.Talk.GREET,
          Intent.Talk.THANK,
          Intent.Talk.SAY_GOODBYE,
          Intent.Talk.AFFIRM,
          Intent.Talk.DENY,
          Intent.Talk.ASK_FOR_HELP,
          Intent.Talk.UNCLEAR,
          Intent.Talk.OUT_OF_SCOPE,
          Intent.Talk.GIVE_PLACE,
          Intent.Talk.CHOOSE);

  /// What is wanted, and how sure that is.
  record Chosen(Intent intent, double confidence) {}

  /// Whether a place is what we asked for and wait to hear.
  static boolean isPlaceAsked(Conversation conversation) {
    return conversation
        .question()
        .filter(question ->
            question == Conversation.Question.PLACE
                || question == Conversation.Question.WHICH_PLACE
                || question == Conversation.Question.WHOSE_PLACE)
        .isPresent();
  }

  /// Whether the message is a place and nothing else, or a short answer that holds one.
  static boolean isGivenPlace(
      Classification classification, SlotFindings found, Conversation conversation, int words) {
    if (found.slots().place().isEmpty()) {
      return false;
    }
    boolean asked = isPlaceAsked(conversation);
    boolean need =
        !found.topics().isEmpty()
            || (classification.inScope()
                && classification.intent() instanceof Intent.Find
                && classification.confidence() >= SURE_OF_TOPIC);
    return found.onlyPlace() || (asked && words <= SHORT_ANSWER && !need);
  }

  Chosen choose(
      List<Word> words,
      Classification classification,
      SlotFindings found,
      Conversation conversation,
      boolean risk) {
    String said = String.join(" ", words.stream().map(Word::text).toList());
    Chosen chosen = firstAllowed(classification, said, risk);
    if (chosen.intent() instanceof Intent.Talk talk) {
      Optional<TopicScore> topic =
          classification.topics().stream()
              .filter(t -> t.probability() >= SURE_OF_TOPIC)
              .findFirst();
      boolean answersUs =
          conversation.question().isPresent()
              && (talk == Intent.Talk.AFFIRM || talk == Intent.Talk.DENY);
      if (COURTESY.contains(talk) && topic.isPresent() && !answersUs) {
        return new Chosen(new Intent.Find(topic.get().topic()), topic.get().probability());
      }
      if (mayBeOverruled(talk, chosen.confidence()) && !answersUs) {
        return named(found, said).orElse(chosen);
      }
    }
    return chosen;
  }

  private static Chosen firstAllowed(Classification classification, String said, boolean risk) {
    Intent intent = classification.intent();
    if (isAllowed(intent, classification.confidence(), said, risk)) {
      return new Chosen(intent, classification.confidence());
    }
    return classification.ranked().stream()
        .filter(candidate -> candidate.intent() != Intent.Talk.STOP_MESSAGES)
        .filter(candidate -> candidate.intent() != Intent.Talk.START_MESSAGES)
        .findFirst()
        .filter(candidate -> candidate.probability() >= SURE_OF_TOPIC / 2)
        .map(candidate -> new Chosen(candidate.intent(), candidate.probability()))
        .orElse(new Chosen(Intent.Talk.UNCLEAR, classification.confidence()));
  }

  private static boolean isAllowed(Intent intent, double confidence, String said, boolean risk) {
    if (intent == Intent.Talk.STOP_MESSAGES) {
      return !risk
          && confidence >= SURE_OF_OPT_OUT
          && ABOUT_OUR_TEXTS.matcher(said).matches()
          && !NOT_OUR_TEXTS.matcher(said).matches();
    }
    if (intent == Intent.Talk.START_MESSAGES) {
      return confidence >= SURE_OF_OPT_IN
          && ABOUT_OUR_TEXTS.matcher(said).matches()
          && WANTS_TEXTS.matcher(said).matches();
    }
    return true;
  }

  private static boolean mayBeOverruled(Intent.Talk talk, double confidence) {
    if (talk == Intent.Talk.OUT_OF_SCOPE) {
      return confidence < SURE_OUT_OF_SCOPE;
    }
    return talk == Intent.Talk.UNCLEAR || (COURTESY.contains(talk) && confidence < SURE_OF_TALK);
  }

  /// The topic of a condition that is named, or support for whoever says that they look after one.
  private static Optional<Chosen> named(SlotFindings found, String said) {
    if (!found.topics().isEmpty()) {
      return Optional.of(new Chosen(new Intent.Find(found.topics().getFirst()), NAMED_CONDITION));
    }
    return LOOKS_AFTER.matcher(said).matches()
        ? Optional.of(new Chosen(new Intent.Find(GENERAL), SOME_CARER))
        : Optional.empty();
  }
}
