package org.carersignpost.channel.voice;

import org.carersignpost.channel.Diction;
import org.carersignpost.channel.twilio.TwimlDocument;

/// The document that begins a call over Twilio's websocket.
///
/// Its elements and attributes: https://www.twilio.com/docs/voice/twiml/connect/conversationrelay.
final class ConversationRelayTwiml {
  private static final String ANY = "any";

  private final String publicUrl;
  private final String hints;
  private final VoiceProperties properties;

  /// @param publicUrl the address that Twilio is configured with, without a path
  ConversationRelayTwiml(String publicUrl, Diction diction, VoiceProperties properties) {
    this.publicUrl = publicUrl.strip().replaceAll("/+$", "");
    this.hints = String.join(",", diction.hints());
    this.properties = properties;
  }

  /// Where the socket of a call is.
  static String path(String call) {
    return "/twilio/voice/" + call + "/relay";
  }

  /// Where Twilio goes when the socket is closed.
  static String after(String call) {
    return path(call) + "/ended";
  }

  /// Connects a call. The greeting comes over the socket, as all words do.
  String connect(String call) {
    return TwimlDocument.of(writer -> {
      writer.writeStartElement("Connect");
      writer.writeAttribute("action", after(call));
      writer.writeAttribute("method", "POST");
      writer.writeEmptyElement("ConversationRelay");
      writer.writeAttribute("url", publicUrl.replaceFirst("^http", "ws") + path(call));
      writer.writeAttribute("language", VoiceTwiml.LANGUAGE);
      int point = properties.voice().indexOf('.');
      if (point > 0) {
        String provider = properties.voice().substring(0, point);
        writer.writeAttribute("ttsProvider", provider.equals("Polly") ? "Amazon" : provider);
        writer.writeAttribute("voice", properties.voice().substring(point + 1));
      }
      writer.writeAttribute("interruptible", ANY);
      writer.writeAttribute("reportInputDuringAgentSpeech", ANY);
      writer.writeAttribute("dtmfDetection", "true");
      // Masked words would hide distress.
      writer.writeAttribute("profanityFilter", "false");
      if (!hints.isEmpty()) {
        writer.writeAttribute("hints", hints);
      }
      writer.writeEndElement();
    });
  }
}
