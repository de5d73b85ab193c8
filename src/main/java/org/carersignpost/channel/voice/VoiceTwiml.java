package org.carersignpost.channel.voice;

import java.time.Duration;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.carersignpost.channel.Diction;
import org.carersignpost.channel.twilio.TwimlDocument;
import org.carersignpost.dialogue.Spoken;

/// What a caller hears as TwiML.
///
/// A document is a function of the words, the step and the settings alone, so that the same step
/// asked for twice gets the very same one.
final class VoiceTwiml {
  /// Twilio refuses longer `<Say>`s of some voices (13521).
  static final int MOST_CHARACTERS = 1_500;

  static final String LANGUAGE = "en-GB";
  private static final String POST = "POST";

  private final ForTheEar ear;
  private final String hints;
  private final VoiceProperties properties;

  VoiceTwiml(Diction diction, VoiceProperties properties) {
    this.ear = new ForTheEar(diction);
    this.hints = String.join(",", diction.hints());
    this.properties = properties;
  }

  /// The document of one step.
  ///
  /// @param next the step that follows it
  /// @param voice the voice that reads it out
  String document(Spoken spoken, StepAddress next, String voice) {
    return TwimlDocument.of(writer -> {
      Patience patience = Patience.of(spoken.then());
      Voice speaks = new Voice(writer, voice, patience.betweenGroups());
      speaks.say(spoken.firm());
      switch (spoken.then()) {
        case Spoken.Then.Listen(var keys, _) ->
            listen(speaks, spoken, keys, patience, next.path(), next.path());
        case Spoken.Then.Hold(_, _, var instead) -> {
          speaks.say(spoken.words());
          writer.writeStartElement("Enqueue");
          attribute(writer, "action", next.path());
          attribute(writer, "method", POST);
          attribute(writer, "waitUrl", new WaitAddress(next, instead).path());
          attribute(writer, "waitUrlMethod", POST);
          writer.writeCharacters(next.call());
          writer.writeEndElement();
        }
        case Spoken.Then.Leave() -> writer.writeEmptyElement("Leave");
        case Spoken.Then.TakeMessage() -> {
          speaks.say(spoken.words());
          takeMessage(writer, next);
        }
        case Spoken.Then.HangUp() -> {
          speaks.say(spoken.words());
          writer.writeEmptyElement("Hangup");
        }
      }
    });
  }

  /// What a caller hears while waiting. Silence brings the next of these documents.
  ///
  /// @param waited so far
  String waiting(Spoken spoken, WaitAddress wait, Duration waited) {
    return TwimlDocument.of(writer -> {
      Voice speaks = new Voice(writer, properties.spokenBy(), 1);
      if (spoken.then() instanceof Spoken.Then.Listen(var keys, _)) {
        listen(speaks, spoken, keys, Patience.WHILE_WAITING, wait.heard(waited), wait.path());
      } else {
        speaks.say(spoken.words());
        writer.writeEmptyElement("Leave");
      }
    });
  }

  /// What comes of keys and words of a caller who waits: they wait on, or wait no more.
  String afterWaiting(Spoken spoken, WaitAddress wait) {
    return TwimlDocument.of(writer -> {
      Voice speaks = new Voice(writer, properties.spokenBy(), 1);
      speaks.say(spoken.firm());
      speaks.say(spoken.words());
      if (spoken.then() instanceof Spoken.Then.Hold) {
        redirect(writer, wait.path());
      } else {
        writer.writeEmptyElement("Leave");
      }
    });
  }

  /// Goes on waiting.
  String waitOn(WaitAddress wait) {
    return TwimlDocument.of(writer -> redirect(writer, wait.path()));
  }

  /// A sentence and the end of the call, for when everything else has failed.
  String sorry(String sentence) {
    return TwimlDocument.of(writer -> {
      new Voice(writer, VoiceProperties.FREE_VOICE, 1).say(List.of(sentence));
      writer.writeEmptyElement("Hangup");
    });
  }

  /// @param heard where goes what is heard
  /// @param silent what comes if Twilio does not even tell of silence
  private void listen(
      Voice speaks, Spoken spoken, Spoken.Keys keys, Patience patience, String heard, String silent)
      throws XMLStreamException {
    XMLStreamWriter writer = speaks.writer();
    writer.writeStartElement("Gather");
    attribute(writer, "input", "dtmf speech");
    attribute(writer, "action", heard);
    attribute(writer, "method", POST);
    attribute(writer, "timeout", Integer.toString(patience.silence()));
    attribute(writer, "speechTimeout", Integer.toString(patience.end()));
    switch (keys) {
      case ONE -> {
        attribute(writer, "numDigits", "1");
        attribute(writer, "finishOnKey", "");
      }
      case SEVERAL -> attribute(writer, "finishOnKey", "#");
    }
    attribute(writer, "language", LANGUAGE);
    attribute(writer, "speechModel", properties.speechModel());
    if (!hints.isEmpty()) {
      attribute(writer, "hints", hints);
    }
    attribute(writer, "profanityFilter", "false");
    attribute(writer, "actionOnEmptyResult", "true");
    speaks.say(spoken.words());
    if (!spoken.words().isEmpty() && !spoken.question().isEmpty()) {
      speaks.pause(1);
    }
    speaks.say(spoken.question());
    writer.writeEndElement();
    redirect(writer, silent);
  }

  private void takeMessage(XMLStreamWriter writer, StepAddress next) throws XMLStreamException {
    writer.writeEmptyElement("Record");
    attribute(writer, "action", next.path());
    attribute(writer, "method", POST);
    attribute(writer, "maxLength", Long.toString(properties.longestMessage().toSeconds()));
    attribute(writer, "timeout", "5");
    attribute(writer, "finishOnKey", "#");
    attribute(writer, "playBeep", "true");
    attribute(writer, "trim", "trim-silence");
    redirect(writer, next.path());
  }

  /// What happens on silence, should the element before not tell of it by itself.
  private static void redirect(XMLStreamWriter writer, String path) throws XMLStreamException {
    writer.writeStartElement("Redirect");
    attribute(writer, "method", POST);
    writer.writeCharacters(path);
    writer.writeEndElement();
  }

  private static void attribute(XMLStreamWriter writer, String name, String value)
      throws XMLStreamException {
    writer.writeAttribute(name, value);
  }

  /// Reads sentences out.
  private final class Voice {
    private final XMLStreamWriter writer;
    private final String name;
    private final int betweenGroups;

    Voice(XMLStreamWriter writer, String name, int betweenGroups) {
      this.writer = writer;
      this.name = name;
      this.betweenGroups = betweenGroups;
    }

    XMLStreamWriter writer() {
      return writer;
    }

    void say(List<String> sentences) throws XMLStreamException {
      for (ForTheEar.Piece piece : ear.pieces(sentences)) {
        for (String part : Sentences.within(piece.words(), MOST_CHARACTERS)) {
          writer.writeStartElement("Say");
          attribute(writer, "voice", name);
          attribute(writer, "language", LANGUAGE);
          writer.writeCharacters(part);
          writer.writeEndElement();
        }
        if (piece.isDigits()) {
          pause(betweenGroups);
        }
      }
    }

    void pause(int seconds) throws XMLStreamException {
      writer.writeEmptyElement("Pause");
      attribute(writer, "length", Integer.toString(seconds));
    }
  }
}
