package org.carersignpost.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Small examples of what the dialogue works with.
final class Samples {
  static final LocalDateTime MONDAY_MORNING = LocalDateTime.of(2026, 3, 2, 10, 15);
  static final Instant AT = Instant.parse("2026-03-02T10:15:00Z");
  static final ConversationId CARER = new ConversationId("sample");
  static final Circumstances IN_HOURS =
      new Circumstances(
          MONDAY_MORNING,
          "carers",
          new OpeningState.Open(MONDAY_MORNING.withHour(17)),
          true,
          Phones.NONE,
          "v");
  static final Circumstances AT_NIGHT =
      new Circumstances(
          MONDAY_MORNING.withHour(22),
          "carers",
          new OpeningState.Closed(MONDAY_MORNING.plusDays(1).withHour(9).withMinute(0)),
          true,
          Phones.NONE,
          "v");

  private Samples() {}

  /// Prompts that say their own key, so that a test can see which was used.
  static Prompts prompts() {
    Map<String, Prompts.Form> forms =
        Stream.of(Prompt.values())
            .collect(
                Collectors.toMap(Prompt::key, prompt -> new Prompts.Form(prompt.key(), "spoken")));
    forms.put("numbers.suicide", new Prompts.Form("numbers.suicide", "spoken"));
    forms.put("risk.suicide", new Prompts.Form("risk.suicide {adults}", "spoken"));
    forms.put("language.pl", new Prompts.Form("Proszę dzwonić: 999.", "spoken"));
    forms.put("language.uk", new Prompts.Form("Телефонуйте 999.", "spoken"));
    return new Prompts(forms);
  }

  static InboundMessage message(String utterance) {
    return new InboundMessage(
        new MessageId("SM1"),
        Channel.SMS,
        InboundMessage.Sender.MOBILE,
        AT,
        utterance,
        0,
        Optional.empty());
  }

  static Interpretation meaning(Intent intent) {
    List<TopicScore> topics =
        intent instanceof Intent.Find find ? List.of(new TopicScore(find.topic(), 0.9)) : List.of();
    return new Interpretation(
        List.of(), intent, 0.9, topics, Slots.NONE, OptionalInt.empty(), false);
  }

  static Interpretation danger(Intent intent) {
    Risk risk = new Risk(Risk.Level.CRISIS, "suicide", "wants_to_die");
    return new Interpretation(
        List.of(risk), intent, 0.9, List.of(), Slots.NONE, OptionalInt.empty(), true);
  }

  /// A message in another language, perhaps with danger in it.
  static Interpretation foreign(String language, Risk... risks) {
    return new Interpretation(
        List.of(risks),
        Intent.Talk.UNCLEAR,
        1,
        List.of(),
        Slots.NONE,
        OptionalInt.empty(),
        risks.length > 0,
        List.of(),
        List.of(),
        Optional.of(language));
  }

  static Interpretation possibleDanger(Intent intent) {
    Risk risk = new Risk(Risk.Level.POSSIBLE, "suicide", "likeness");
    return new Interpretation(
        List.of(risk),
        intent,
        0.9,
        meaning(intent).topics(),
        Slots.NONE,
        OptionalInt.empty(),
        false);
  }

  static Signpost signpost(String id, String number) {
    return new Signpost(
        id,
        "Service " + id,
        "help of some kind",
        "They help.",
        List.of(
            new ContactNumber(
                number, ContactNumber.Kind.RING, "", true, false, new OpeningState.Always())),
        Optional.of("example.org/" + id),
        Optional.empty(),
        new OpeningState.Always(),
        "Hampshire",
        Optional.of("Anyone."),
        Optional.of("Free"),
        Optional.of(LocalDate.of(2026, 1, 1)),
        false);
  }

  /// A directory of three services that fit every need in this order.
  static ServiceDirectory directory(boolean placeMatters) {
    List<Signpost> all =
        List.of(
            signpost("a", "0800 111 0001"),
            signpost("b", "0800 111 0002"),
            signpost("c", "0800 111 0003"));
    return new ServiceDirectory() {
      @Override
      public Found find(Need need) {
        Set<String> exclude = need.exclude();
        return new Found(
            all.stream()
                .filter(service -> !exclude.contains(service.id()))
                .limit(need.limit())
                .toList(),
            Optional.empty(),
            Optional.empty(),
            placeMatters && need.slots().place().isEmpty());
      }

      @Override
      public Optional<Signpost> signpost(String id, LocalDateTime now) {
        return all.stream().filter(service -> service.id().equals(id)).findFirst();
      }

      @Override
      public Optional<Signpost> wayIn(Audience audience, Optional<Place> place, LocalDateTime now) {
        return Optional.of(Samples.signpost("council", "0300 555 0000"));
      }

      @Override
      public List<Place> placesOnKeypad(String keys) {
        return List.of();
      }

      @Override
      public Optional<Place> place(String name) {
        return Optional.empty();
      }

      @Override
      public String labelOf(String topic) {
        return topic;
      }
    };
  }
}
