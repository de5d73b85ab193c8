package org.carersignpost.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.carersignpost.handoff.PhoneCarrier.Rung;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Documents of all kinds, played to phones that nobody holds.
class SimulatedCallTests {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String CARER = "+447700900123";
  private static final String STATUS = "/twilio/status/call";

  private final StubService service = new StubService();
  private final ServiceClock clock =
      ServiceClock.startingAt(Instant.parse("2026-03-02T10:15:00Z"), Clock.systemUTC());
  private final Exchange exchange = new Exchange(service.posts(), new SimulatedRecordings(), clock);
  private final SimulatedPhones phones = new SimulatedPhones(exchange);

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void socketThatCannotBeOpenedIsTold() throws InterruptedException {
    service.at(
        "/twilio/voice",
        "<Connect action=\"/ended\"><ConversationRelay url=\"wss://x.example.org\"/></Connect>");
    service.at("/ended", "<Say>Hello.</Say>");
    SimulatedCall call = ring();

    assertThat(told(call)).contains("us Hello.");
    assertThat(service.told("/ended", 1))
        .containsEntry("SessionStatus", "failed")
        .containsEntry("ErrorCode", "64102");
  }

  @Test
  void wordsArePlayedAndTheEndHangsUp() throws InterruptedException {
    service.at(
        "/twilio/voice",
        "<Say voice=\"Polly.Amy\">Hello,\n  carer.</Say><Pause length=\"2\"/><Play>x</Play>"
            + "<Sing/><Say>Bye.</Say>");
    SimulatedCall call = ring();

    assertThat(told(call))
        .containsExactly(
            "us Hello, carer.",
            "pause ",
            "sound [sound]",
            "note [cannot simulate: Sing]",
            "us Bye.",
            "ended The service hung up.");
    assertThat(call.view(0).events().get(1).seconds()).isEqualTo(2);
    Map<String, String> first = service.told("/twilio/voice").getFirst();
    assertThat(first)
        .containsEntry("CallStatus", "ringing")
        .containsEntry("From", CARER)
        .containsEntry("Caller", CARER)
        .containsEntry("To", "+447700900000")
        .containsEntry("Direction", "inbound")
        .containsEntry("FromCountry", "GB")
        .containsEntry("ApiVersion", "2010-04-01");
    assertThat(first.get("CallSid")).matches("CA[0-9a-f]{32}");
    assertThat(first.get("AccountSid")).matches("AC[0-9a-f]{32}");
    assertThat(service.told(STATUS, 1))
        .containsEntry("CallStatus", "completed")
        .containsEntry("CallSid", call.sid())
        .containsKeys("CallDuration", "Timestamp", "From", "To", "AccountSid");
  }

  @Test
  void aKeyIsAnAnswer() throws InterruptedException {
    service.at("/twilio/voice", gather("numDigits=\"1\" finishOnKey=\"\"", "one or two?"));
    service.at("/twilio/voice/menu?step=1", "<Say>Thank you.</Say>");
    SimulatedCall call = ring();
    assertThat(call.view(0).state().kind()).isEqualTo(CallState.Kind.listening);
    assertThat(call.view(0).state().numDigits()).isEqualTo(1);
    act(call, new CallInput.Keys("2"));

    assertThat(service.told("/twilio/voice/menu?step=1", 1))
        .containsEntry("Digits", "2")
        .containsEntry("CallStatus", "in-progress")
        .doesNotContainKey("SpeechResult");
    assertThat(told(call)).contains("pressed 2", "us Thank you.");
  }

  @Test
  void keysAreCollectedUntilTheFinishingOneOrSilence() throws InterruptedException {
    service.at("/twilio/voice", gather("", "Your code?"));
    service.at("/twilio/voice/menu?step=1", gather("", "And again?"));
    SimulatedCall call = ring();
    act(call, new CallInput.Keys("12"));
    assertThat(call.view(0).state().pressed()).isEqualTo("12");
    act(call, new CallInput.Keys("3#"));
    assertThat(service.told("/twilio/voice/menu?step=1", 1)).containsEntry("Digits", "123");
    act(call, new CallInput.Keys("7"));
    act(call, new CallInput.Silence());

    assertThat(service.told("/twilio/voice/menu?step=1", 2)).containsEntry("Digits", "7");
  }

  @Test
  void wordsAreHeardWellOrNot() throws InterruptedException {
    service.at("/twilio/voice", gather("", "How can we help?"));
    service.at("/twilio/voice/menu?step=1", "<Say>I see.</Say>");
    SimulatedCall call = ring();
    act(call, new CallInput.Words("I look after mum & dad", 0.3));

    assertThat(service.told("/twilio/voice/menu?step=1", 1))
        .containsEntry("SpeechResult", "I look after mum & dad")
        .containsEntry("Confidence", "0.3")
        .doesNotContainKey("Digits");
  }

  @Test
  void keysAloneAreNoQuestionForWords() throws InterruptedException {
    service.at("/twilio/voice", "<Gather input=\"dtmf\"><Say>Press one.</Say></Gather>");
    SimulatedCall call = ring();

    assertThat(call.act(new CallInput.Words("one", 0.9))).isFalse();
    assertThat(call.act(new CallInput.Keys("1"))).isTrue();
  }

  @Test
  void silenceGoesOnWithTheNextVerb() throws InterruptedException {
    service.at("/twilio/voice", gather("", "Hello?") + "<Say>Are you there?</Say>");
    SimulatedCall call = ring();
    act(call, new CallInput.Silence());

    assertThat(told(call)).contains("silent ", "us Are you there?");
    assertThat(service.told("/twilio/voice/menu?step=1")).isEmpty();
  }

  @Test
  void silenceIsToldWhereThatIsWanted() throws InterruptedException {
    service.at("/twilio/voice", gather("actionOnEmptyResult=\"true\"", "Hello?"));
    service.at("/twilio/voice/menu?step=1", "<Say>You say nothing.</Say>");
    SimulatedCall call = ring();
    act(call, new CallInput.Silence());

    assertThat(service.told("/twilio/voice/menu?step=1", 1))
        .doesNotContainKeys("Digits", "SpeechResult", "Confidence");
    assertThat(told(call)).contains("us You say nothing.");
  }

  @Test
  void addressesMayBeRelativeOrOurPublicOne() throws InterruptedException {
    service.at("/twilio/voice", "<Redirect>voice/two?x=1&amp;y=2</Redirect><Say>Never.</Say>");
    service.at(
        "/twilio/voice/two?x=1&y=2",
        "<Redirect method=\"POST\">" + StubService.PUBLIC_URL + "/three</Redirect>");
    service.at("/three", "<Redirect>https://elsewhere.example.org/four</Redirect>");

    assertThat(told(ring()))
        .containsExactly(
            "fault This address is not ours, so nothing is fetched from it:"
                + " https://elsewhere.example.org/four",
            "ended The call broke off.");
  }

  @Test
  void endlessDocumentsAreCut() throws InterruptedException {
    service.at("/twilio/voice", "<Redirect>/twilio/voice</Redirect>");
    SimulatedCall call = ring();

    assertThat(told(call).getFirst()).startsWith("fault Stopped: the service sent 50 documents");
    assertThat(service.told("/twilio/voice")).hasSize(50);
    assertThat(call.status()).isEqualTo("completed");
  }

  @Test
  void whatIsNoDocumentBreaksTheCallOff() throws InterruptedException {
    assertThat(told(ring())).first().isEqualTo("fault The webhook answered 204.");
  }

  @Test
  void hangingUpIsTold() throws InterruptedException {
    service.at("/twilio/voice", gather("", "Hello?"));
    SimulatedCall call = ring();
    call.hangUp("You hung up.");

    assertThat(service.told(STATUS, 1)).containsEntry("CallStatus", "completed");
    assertThat(told(call)).last().isEqualTo("ended You hung up.");
    assertThat(call.act(new CallInput.Keys("1"))).isFalse();
    assertThat(service.told("/twilio/voice/menu?step=1")).isEmpty();
  }

  @Test
  void rejectedCallIsBusy() throws InterruptedException {
    service.at("/twilio/voice", "<Reject reason=\"busy\"/>");

    assertThat(told(ring())).containsExactly("ended The line was busy.");
    assertThat(service.told(STATUS, 1)).containsEntry("CallStatus", "busy");
  }

  @Test
  void callerWaitsIsAskedAndLeaves() throws InterruptedException {
    service.at("/twilio/voice", ENQUEUE);
    service.at(
        "/wait",
        "<Gather input=\"dtmf\" numDigits=\"1\" timeout=\"20\" action=\"/wait/key\">"
            + "<Say>Press two to leave.</Say></Gather><Pause length=\"30\"/>");
    service.at("/wait/key", "<Leave/>");
    service.at("/left", "<Say>You have left.</Say>");
    SimulatedCall call = ring();
    assertThat(call.view(0).state().kind()).isEqualTo(CallState.Kind.waiting);
    assertThat(call.view(0).state().keys()).isTrue();
    assertThat(service.told("/wait", 1))
        .containsEntry("QueuePosition", "1")
        .containsEntry("CurrentQueueSize", "1")
        .containsEntry("QueueTime", "0");

    act(call, new CallInput.WaitOn());
    // 4 words, the time-out and the pause: the round that was skipped.
    assertThat(service.told("/wait", 2)).containsEntry("QueueTime", "51");
    clock.advance(Duration.ofMinutes(10));
    assertThat(Integer.parseInt(service.told("/wait", 3).get("QueueTime"))).isBetween(651, 660);
    await(() -> call.view(0).state().keys());
    act(call, new CallInput.Keys("2"));

    assertThat(service.told("/wait/key", 1)).containsEntry("Digits", "2");
    assertThat(service.told("/left", 1)).containsEntry("QueueResult", "leave");
    assertThat(told(call)).contains("us You have left.");
  }

  @Test
  void hangingUpLeavesTheQueue() throws InterruptedException {
    service.at("/twilio/voice", ENQUEUE);
    service.at("/wait", "<Say>Please wait.</Say>");
    SimulatedCall call = ring();
    call.hangUp("You hung up.");

    assertThat(service.told("/left", 1))
        .containsEntry("QueueResult", "hangup")
        .containsEntry("CallStatus", "completed");
    assertThat(exchange.queues().size("carers")).isZero();
  }

  @Test
  void staffMemberTakesTheCallerWhoWaits() throws InterruptedException {
    service.at("/twilio/voice", ENQUEUE);
    service.at("/wait", "<Say>Please wait.</Say><Pause length=\"30\"/>");
    service.at("/left", "<Say>Goodbye.</Say>");
    service.at(
        "/answered",
        "<Gather input=\"dtmf\" numDigits=\"1\" action=\"/take\"><Say>A carer.</Say></Gather>");
    service.at("/take", "<Dial action=\"/taken\"><Queue>carers</Queue></Dial>");
    service.at("/taken", "<Say>Thank you.</Say>");
    SimulatedCall carer = ring();
    SimulatedCall staff = ringStaff();
    act(staff, new CallInput.Answer(false));
    act(staff, new CallInput.Keys("1"));
    await(() -> carer.view(0).state().kind() == CallState.Kind.talking);
    act(staff, new CallInput.Words("Hello, this is Sam.", 1));
    act(carer, new CallInput.Words("Hello Sam.", 1));
    await(() -> told(staff).contains("other Hello Sam."));
    assertThat(told(carer)).contains("other Hello, this is Sam.", "said Hello Sam.");

    staff.hangUp("You hung up.");
    assertThat(service.told("/left", 1)).containsEntry("QueueResult", "bridged");
    assertThat(service.told("/taken", 1))
        .containsEntry("DialCallStatus", "completed")
        .containsEntry("DialCallSid", carer.sid())
        .containsKey("DialCallDuration");
    await(() -> told(carer).contains("us Goodbye."));
    assertThat(service.told("/change", 4))
        .containsEntry("CallStatus", "completed")
        .containsEntry("Direction", "outbound-api");
    assertThat(service.told("/change"))
        .extracting(form -> form.get("CallStatus"))
        .containsExactly("initiated", "ringing", "in-progress", "completed");
  }

  @Test
  void carerMayHangUpFirst() throws InterruptedException {
    service.at("/twilio/voice", ENQUEUE);
    service.at("/wait", "<Pause length=\"30\"/>");
    service.at("/answered", "<Dial action=\"/taken\"><Queue>carers</Queue></Dial>");
    service.at("/taken", "<Say>The carer has gone.</Say>");
    SimulatedCall carer = ring();
    SimulatedCall staff = ringStaff();
    act(staff, new CallInput.Answer(false));
    await(() -> carer.view(0).state().kind() == CallState.Kind.talking);
    carer.hangUp("You hung up.");

    assertThat(service.told("/left", 1)).containsEntry("QueueResult", "bridged");
    await(() -> told(staff).contains("us The carer has gone."));
  }

  @Test
  void emptyQueueIsToldAsFailed() throws InterruptedException {
    service.at("/answered", "<Dial action=\"/taken\"><Queue>carers</Queue></Dial>");
    service.at("/taken", "<Say>Nobody is there.</Say>");
    SimulatedCall staff = ringStaff();
    act(staff, new CallInput.Answer(false));

    assertThat(service.told("/taken", 1)).containsEntry("DialCallStatus", "failed");
  }

  @Test
  void answeringMachineNeverPressesAKey() throws InterruptedException {
    service.at(
        "/answered",
        "<Gather input=\"dtmf\" numDigits=\"1\" action=\"/take\"><Say>A carer.</Say></Gather>");
    SimulatedCall staff = ringStaff();
    act(staff, new CallInput.Answer(true));
    await(() -> staff.ended().isPresent());

    assertThat(service.told("/take")).isEmpty();
    assertThat(service.told("/change", 4)).containsEntry("CallStatus", "completed");
  }

  @Test
  void ringingIsDeclinedRunsOutOrIsStopped() throws InterruptedException {
    act(ringStaff(), new CallInput.Decline());
    assertThat(service.told("/change", 3)).containsEntry("CallStatus", "busy");
    ringStaff();
    service.told("/change", 5);
    clock.advance(Duration.ofMinutes(1));
    assertThat(service.told("/change", 6)).containsEntry("CallStatus", "no-answer");
    SimulatedCall stopped = ringStaff();
    service.told("/change", 8);
    phones.hangUp(stopped.sid());
    assertThat(service.told("/change", 9)).containsEntry("CallStatus", "canceled");

    assertThat(phones.ring("+447912345678", "/answered", "/change", Duration.ofSeconds(5)))
        .isEqualTo(new Rung.Refused(21211));
  }

  @Test
  void dialledPhoneHearsAWhisperAndTalks() throws InterruptedException {
    service.at("/twilio/voice", dial("07700 900200"));
    service.at("/whisper", WHISPER);
    service.at(
        "/whisper/key",
        form -> form.getOrDefault("Digits", "").equals("1") ? "<Say>Here.</Say>" : "<Hangup/>");
    service.at("/dialled", "<Say>That was that.</Say>");
    SimulatedCall carer = ring();
    assertThat(told(carer)).contains("note It rings at 07700 900200.");
    SimulatedCall staff = exchange.phones().getFirst();
    act(staff, new CallInput.Answer(false));
    assertThat(told(staff)).contains("us A carer rings.");
    act(staff, new CallInput.Keys("1"));
    await(() -> carer.view(0).state().kind() == CallState.Kind.talking);
    act(carer, new CallInput.Words("Is that you?", 1));
    await(() -> told(staff).contains("other Is that you?"));
    staff.hangUp("You hung up.");

    assertThat(service.told("/dialled", 1))
        .containsEntry("DialCallStatus", "completed")
        .containsEntry("DialBridged", "true")
        .containsEntry("DialCallSid", staff.sid());
    assertThat(service.told("/number", 1))
        .containsEntry("CallStatus", "completed")
        .containsEntry("ParentCallSid", carer.sid())
        .containsEntry("Direction", "outbound-dial");
    await(() -> told(carer).contains("us That was that."));
  }

  @Test
  void dialledPhoneRefusesByHangingUpItsWhisper() throws InterruptedException {
    service.at("/twilio/voice", dial("07700 900200"));
    service.at("/whisper", WHISPER);
    service.at("/whisper/key", "<Hangup/>");
    service.at("/dialled", "<Say>Nobody is free.</Say>");
    SimulatedCall carer = ring();
    SimulatedCall staff = exchange.phones().getFirst();
    act(staff, new CallInput.Answer(false));
    act(staff, new CallInput.Keys("2"));

    assertThat(service.told("/dialled", 1)).containsEntry("DialBridged", "false");
    await(() -> told(carer).contains("us Nobody is free."));
    assertThat(told(carer)).doesNotContain("note You are connected.");
  }

  @Test
  void dialledPhoneIsLetAloneWhenTheCallerRingsOff() throws InterruptedException {
    service.at("/twilio/voice", dial("07700 900200"));
    SimulatedCall carer = ring();
    carer.hangUp("You hung up.");

    assertThat(service.told("/dialled", 1)).containsEntry("DialCallStatus", "canceled");
    assertThat(exchange.phones().getFirst().status()).isEqualTo("canceled");
  }

  @Test
  void realNumbersAreNeverDialled() throws InterruptedException {
    service.at("/twilio/voice", dial("+441962000000"));
    service.at("/dialled", "<Say>That did not work.</Say>");

    assertThat(told(ring())).contains("us That did not work.");
    assertThat(service.told("/dialled", 1)).containsEntry("DialCallStatus", "failed");
    assertThat(exchange.phones()).isEmpty();
  }

  @Test
  void messageIsRecordedAndCanBeFetchedAndErased() throws InterruptedException {
    service.at("/twilio/voice", RECORD);
    service.at("/recorded", "<Say>Thank you.</Say>");
    SimulatedCall call = ring();
    assertThat(call.view(0).state().kind()).isEqualTo(CallState.Kind.recording);
    act(call, new CallInput.Message("please ring me back about my mum on Friday", false));

    Map<String, String> recorded = service.told("/recorded", 1);
    String sid = recorded.getOrDefault("RecordingSid", "");
    assertThat(sid).matches("RE[0-9a-f]{32}");
    assertThat(recorded)
        .containsEntry("RecordingDuration", "4")
        .containsEntry("Digits", "#")
        .containsEntry(
            "RecordingUrl",
            "https://api.twilio.com/2010-04-01/Accounts/AC"
                + "0".repeat(32)
                + "/Recordings/"
                + sid);
    assertThat(service.told("/recording", 1))
        .containsEntry("RecordingSid", sid)
        .containsEntry("RecordingStatus", "completed")
        .containsEntry("RecordingDuration", "4");
    assertThat(told(call))
        .containsSubsequence(
            "sound [beep]", "message please ring me back about my mum on Friday", "us Thank you.");
    assertThat(phones.recording(sid).orElseThrow().sound())
        .hasSize(8_044)
        .startsWith('R', 'I', 'F', 'F');
    assertThat(phones.erase(sid)).isTrue();
    assertThat(phones.recording(sid)).isEqualTo(Optional.empty());
  }

  @Test
  void messageMayEndWithHangingUp() throws InterruptedException {
    service.at("/twilio/voice", RECORD);
    SimulatedCall call = ring();
    act(call, new CallInput.Message("ring me", true));

    assertThat(service.told("/recorded", 1))
        .containsEntry("Digits", "hangup")
        .containsEntry("CallStatus", "completed");
    assertThat(service.told(STATUS, 1)).containsEntry("CallStatus", "completed");
  }

  @Test
  void silentMessageIsNone() throws InterruptedException {
    service.at("/twilio/voice", RECORD);
    SimulatedCall call = ring();
    act(call, new CallInput.Silence());

    assertThat(told(call)).contains("us We heard nothing.");
    assertThat(service.told("/recorded")).isEmpty();
  }

  private static final String ENQUEUE =
      "<Enqueue action=\"/left\" waitUrl=\"/wait\" waitUrlMethod=\"POST\">carers</Enqueue>";
  private static final String WHISPER =
      "<Gather input=\"dtmf\" numDigits=\"1\" action=\"/whisper/key\"><Say>A carer rings.</Say>"
          + "</Gather><Hangup/>";
  private static final String RECORD =
      "<Record action=\"/recorded\" maxLength=\"120\" finishOnKey=\"#\""
          + " recordingStatusCallback=\"/recording\"/><Say>We heard nothing.</Say>";

  private static String gather(String attributes, String words) {
    return "<Gather input=\"dtmf speech\" action=\"/twilio/voice/menu?step=1\" "
        + attributes
        + "><Say>"
        + words
        + "</Say></Gather>";
  }

  private static String dial(String number) {
    return "<Dial action=\"/dialled\" timeout=\"20\"><Number url=\"/whisper\""
        + " statusCallback=\"/number\">"
        + number
        + "</Number></Dial>";
  }

  private SimulatedCall ring() throws InterruptedException {
    SimulatedCall call = exchange.ringIn(CARER);
    call.settle(PATIENCE);
    return call;
  }

  private SimulatedCall ringStaff() {
    Rung rung = phones.ring("+447700900200", "/answered", "/change", Duration.ofSeconds(20));
    return exchange.find(((Rung.Ringing) rung).callSid()).orElseThrow();
  }

  private static void act(SimulatedCall call, CallInput input) throws InterruptedException {
    assertThat(call.act(input)).as(() -> input + " on " + call.view(0)).isTrue();
    call.settle(PATIENCE);
  }

  private static List<String> told(SimulatedCall call) {
    return call.view(0).events().stream().map(event -> event.kind() + " " + event.text()).toList();
  }

  private static void await(BooleanSupplier is) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!is.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it did not happen").isLessThan(end);
      Thread.sleep(10);
    }
  }
}
