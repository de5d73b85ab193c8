package org.carersignpost.conversation.store;

import java.util.Optional;
import java.util.OptionalDouble;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.CallBack;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Calling;
import org.carersignpost.dialogue.Heard;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Spoken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What belongs to calls as JSON, and back.
final class CallJson {
  private CallJson() {}

  static ObjectNode calling(Calling calling) {
    ObjectNode node = Json.object();
    calling.call().ifPresent(call -> node.set("call", call(call)));
    calling.textsWelcome().ifPresent(welcome -> node.put("textsWelcome", welcome));
    calling
        .callBack()
        .ifPresent(wish -> {
          ObjectNode back = node.putObject("callBack").put("when", wish.when());
          Json.putInstant(back, "askedAt", wish.askedAt());
        });
    return node;
  }

  static Calling calling(JsonNode node) {
    return new Calling(
        Json.find(node, "call").map(CallJson::call),
        Json.find(node, "textsWelcome").map(JsonNode::asBoolean),
        Json.find(node, "callBack").flatMap(CallJson::callBack));
  }

  private static Optional<CallBack> callBack(JsonNode node) {
    return Json.instant(node, "askedAt").map(at -> new CallBack(at, Json.textOr(node, "when", "")));
  }

  private static ObjectNode call(Call call) {
    ObjectNode node = Json.object().put("id", call.id()).put("asked", call.asked().name());
    Json.putTexts(node, "choices", call.choices());
    Json.putTexts(node, "words", call.words());
    call.pending()
        .ifPresent(pending ->
            node.putObject("pending")
                .put("utterance", pending.utterance())
                .set("meaning", MeaningJson.write(pending.meaning())));
    Json.putNumber(node, "troubles", call.troubles());
    Json.putFlag(node, "upset", call.isUpset());
    return node.put("pace", call.pace().name());
  }

  private static Call call(JsonNode node) {
    return new Call(
        Json.textOr(node, "id", ""),
        Json.oneOf(node, "asked", Call.Asked.class).orElse(Call.Asked.NEED),
        Json.texts(node, "choices"),
        Json.texts(node, "words"),
        Json.find(node, "pending")
            .map(pending ->
                new Call.Pending(
                    Json.textOr(pending, "utterance", ""),
                    MeaningJson.read(pending.path("meaning")))),
        Json.number(node, "troubles"),
        pace(node),
        Json.flag(node, "upset"));
  }

  private static Call.Pace pace(JsonNode node) {
    return Json.oneOf(node, "pace", Call.Pace.class).orElse(Call.Pace.ORDINARY);
  }

  static ObjectNode spoken(Spoken spoken) {
    ObjectNode node = Json.object();
    Json.putTexts(node, "firm", spoken.firm());
    Json.putTexts(node, "words", spoken.words());
    Json.putTexts(node, "question", spoken.question());
    return switch (spoken.then()) {
      case Spoken.Then.Listen(var keys, var pace) ->
          node.put("then", "listen").put("keys", keys.name()).put("pace", pace.name());
      case Spoken.Then.Hold(var team, var priority, var instead) ->
          node.put("then", "hold")
              .put("team", team)
              .put("priority", priority.name())
              .put("instead", instead.name());
      case Spoken.Then.Leave() -> node.put("then", "leave");
      case Spoken.Then.TakeMessage() -> node.put("then", "take-message");
      case Spoken.Then.HangUp() -> node.put("then", "hang-up");
    };
  }

  static Spoken spoken(JsonNode node) {
    return new Spoken(
        Json.texts(node, "firm"),
        Json.texts(node, "words"),
        Json.texts(node, "question"),
        then(node));
  }

  private static Spoken.Then then(JsonNode node) {
    String then = Json.textOr(node, "then", "");
    return switch (then) {
      case "listen" ->
          new Spoken.Then.Listen(
              Json.oneOf(node, "keys", Spoken.Keys.class).orElse(Spoken.Keys.ONE), pace(node));
      case "hold" ->
          new Spoken.Then.Hold(
              Json.textOr(node, "team", ""),
              Json.oneOf(node, "priority", Priority.class).orElse(Priority.NORMAL),
              Json.oneOf(node, "instead", Spoken.Instead.class).orElse(Spoken.Instead.NOTHING));
      case "leave" -> new Spoken.Then.Leave();
      case "take-message" -> new Spoken.Then.TakeMessage();
      case "hang-up" -> new Spoken.Then.HangUp();
      default -> throw new IllegalArgumentException("nothing on a phone is called " + then);
    };
  }

  static ObjectNode step(CallStep step) {
    ObjectNode node = Json.object().put("call", step.call()).put("number", step.number());
    return switch (step.heard()) {
      case Heard.Began() -> node.put("heard", "began");
      case Heard.Words(var confidence) -> {
        confidence.ifPresent(value -> node.put("confidence", value));
        yield node.put("heard", "words");
      }
      case Heard.Keys(var digits) -> node.put("heard", "keys").put("digits", digits);
      case Heard.Nothing() -> node.put("heard", "nothing");
      case Heard.Left(var how) -> node.put("heard", "left").put("how", how.name());
      case Heard.Recorded(var recording, var seconds) ->
          node.put("heard", "recorded").put("recording", recording).put("seconds", seconds);
      case Heard.Ended() -> node.put("heard", "ended");
    };
  }

  static CallStep step(JsonNode node) {
    return new CallStep(Json.textOr(node, "call", ""), Json.number(node, "number"), heard(node));
  }

  private static Heard heard(JsonNode node) {
    String heard = Json.textOr(node, "heard", "");
    return switch (heard) {
      case "began" -> new Heard.Began();
      case "words" ->
          new Heard.Words(
              Json.find(node, "confidence")
                  .map(value -> OptionalDouble.of(value.asDouble()))
                  .orElseGet(OptionalDouble::empty));
      case "keys" -> new Heard.Keys(Json.textOr(node, "digits", ""));
      case "nothing" -> new Heard.Nothing();
      case "left" ->
          new Heard.Left(
              Json.oneOf(node, "how", Heard.Left.How.class).orElse(Heard.Left.How.UNREACHED));
      case "recorded" ->
          new Heard.Recorded(Json.textOr(node, "recording", ""), Json.number(node, "seconds"));
      case "ended" -> new Heard.Ended();
      default -> throw new IllegalArgumentException("no step of a call is called " + heard);
    };
  }
}
