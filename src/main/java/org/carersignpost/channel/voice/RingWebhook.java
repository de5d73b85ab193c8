package org.carersignpost.channel.voice;

import org.carersignpost.channel.PersonLine;
import org.carersignpost.channel.twilio.SignedForm;
import org.carersignpost.channel.twilio.TwimlDocument;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/// What staff hear whose phones are rung: `/twilio/voice/ring/<call>/<ring>` for a caller who
/// waits, `/twilio/voice/out/<conversation>/<ring>` for a carer whom they ring.
///
/// Nothing is put through before `1` is pressed, which no answering machine does.
@RestController
class RingWebhook {
  private static final String TAKE = "1";

  private final PersonLine people;
  private final StaffTwiml twiml;

  RingWebhook(PersonLine people, StaffTwiml twiml) {
    this.people = people;
    this.twiml = twiml;
  }

  @PostMapping("/twilio/voice/ring/{call}/{ring}")
  ResponseEntity<String> rung(
      @PathVariable("call") String call, @PathVariable("ring") String ring) {
    return asked(people.whisper(call, ring), "/twilio/voice/ring/" + call + "/" + ring);
  }

  @PostMapping("/twilio/voice/ring/{call}/{ring}/pressed")
  ResponseEntity<String> taken(
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm signed,
      @PathVariable("call") String call,
      @PathVariable("ring") String ring) {
    if (!wants(signed)) {
      return TwimlDocument.answer(twiml.nothing());
    }
    PersonLine.Whisper taken = people.taken(call, ring);
    return TwimlDocument.answer(
        taken.isOpen() ? twiml.throughTo(call) : twiml.goodbye(taken.words()));
  }

  @PostMapping("/twilio/voice/out/{conversation}/{ring}")
  ResponseEntity<String> rungOut(
      @PathVariable("conversation") String conversation, @PathVariable("ring") String ring) {
    return asked(
        people.outgoing(conversation, ring), "/twilio/voice/out/" + conversation + "/" + ring);
  }

  @PostMapping("/twilio/voice/out/{conversation}/{ring}/pressed")
  ResponseEntity<String> wanted(
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm signed,
      @PathVariable("conversation") String conversation,
      @PathVariable("ring") String ring) {
    if (!wants(signed)) {
      return TwimlDocument.answer(twiml.nothing());
    }
    PersonLine.Whisper wanted = people.wanted(conversation, ring);
    return TwimlDocument.answer(
        wanted
            .number()
            .map(number -> twiml.ringing(number, wanted.words()))
            .orElseGet(() -> twiml.goodbye(wanted.words())));
  }

  private ResponseEntity<String> asked(PersonLine.Whisper whisper, String path) {
    return TwimlDocument.answer(
        whisper.isOpen()
            ? twiml.whisper(whisper.words(), path + "/pressed")
            : twiml.goodbye(whisper.words()));
  }

  private static boolean wants(SignedForm signed) {
    return signed.value("Digits").filter(TAKE::equals).isPresent();
  }
}
