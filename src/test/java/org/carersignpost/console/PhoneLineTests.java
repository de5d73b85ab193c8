package org.carersignpost.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.carersignpost.ApplicationTest;
import org.carersignpost.TestClock;
import org.carersignpost.console.SimulatedPhones.Phone;
import org.carersignpost.console.desk.StaffCalls;
import org.carersignpost.conversation.ConversationView;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.Voicemails;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.handoff.Handoffs;
import org.carersignpost.handoff.LiveCalls;
import org.carersignpost.handoff.PhoneCarrier;
import org.carersignpost.staff.Audit;
import org.carersignpost.staff.AuditAction;
import org.carersignpost.staff.AuditEntry;
import org.carersignpost.staff.AuditQuery;
import org.carersignpost.staff.People;
import org.carersignpost.staff.Presence;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.StaffMember;
import org.carersignpost.staff.StaffPhone;
import org.carersignpost.staff.TestAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Carers ring, staff's phones ring, and both talk: through the whole service, with the simulated
/// network in between.
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneLineTests {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final StaffMember ANN = member("phone.ann", "Ann");
  private static final StaffMember BEN = member("phone.ben", "Ben");

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired People people;
  @Autowired Presence presence;
  @Autowired Conversations conversations;
  @Autowired Handoffs handoffs;
  @Autowired Voicemails voicemails;
  @Autowired LiveCalls calls;
  @Autowired StaffCalls staffCalls;
  @Autowired Audit audit;
  @Autowired TestClock clock;

  @Value("${signpost.twilio.phone-number}")
  String ourNumber = "";

  private Instant start = Instant.EPOCH;

  @BeforeAll
  void keepTime() {
    start = clock.instant();
  }

  /// Other tests have the same clock.
  @AfterAll
  void turnBackTime() {
    clock.set(start);
  }

  @BeforeEach
  void onDuty() {
    ready(ANN, "07700 900991");
  }

  private void ready(StaffMember member, String phone) {
    TestAccounts.add(
        context,
        member.name(),
        member.displayName(),
        Role.STAFF,
        "partnership",
        "a long password 1");
    people.setPhone(member, member.name(), StaffPhone.parse(phone));
    presence.goOnDuty(member);
    later();
  }

  @AfterEach
  void offDuty() {
    presence.goOffDuty(ANN);
    presence.goOffDuty(BEN);
    later();
  }

  private static StaffMember member(String name, String displayName) {
    return new StaffMember(
        name, displayName, Role.STAFF, Optional.of("partnership"), Set.of("carers"));
  }

  /// Who is on duty is remembered for a moment.
  private void later() {
    clock.set(clock.instant().plusSeconds(5));
  }

  private List<String> callsInTheAudit(String conversation) {
    return audit
        .search(StaffMember.ofAll("auditor", Role.ADMIN), AuditQuery.all(), Audit.MOST_A_PAGE)
        .items()
        .stream()
        .filter(entry -> entry.action() == AuditAction.CALL)
        .filter(entry -> entry.about().equals(Optional.of(conversation)))
        .map(AuditEntry::who)
        .toList();
  }

  @Test
  void whoPressesOneIsPutThroughAndHasTheConversation() {
    Phone caller = ring("07700 900981");
    caller.act("words", "my wife has dementia, we live in Alton and I am so worn out");
    caller.act("words", "can I speak to someone");
    assertThat(caller.state()).isEqualTo("waiting");

    Phone staff = ringing("07700 900991");
    staff.act("answer", true);
    assertThat(staff.words()).contains("A carer is on the line", "in Alton", "press 1");
    staff.act("keys", "1");
    await(() -> caller.state().equals("talking"));

    ConversationView view = view("+447700900981");
    assertThat(view.state()).isEqualTo("staff");
    assertThat(view.owner()).contains("phone.ann");
    assertThat(view.owedSince()).isEmpty();
    assertThat(view.events())
        .extracting(ConversationView.EventView::what)
        .contains("call_began", "took_call");
    assertThat(live("+447700900981").flatMap(LiveCalls.LiveCall::with)).contains("phone.ann");
    await(() -> callsInTheAudit(view.id()).equals(List.of("phone.ann")));

    staff.act("hangup", true);
    await(() -> caller.words().contains("You are back with Carer Signpost"));
    // Whoever asks again is rung for again.
    await(() -> live("+447700900981").filter(call -> call.waitingSince().isEmpty()).isPresent());
    caller.act("keys", "0");
    Phone again = ringing("07700 900991");
    caller.act("hangup", true);
    await(() -> again.state().equals("ended"));
    await(() -> live("+447700900981").isEmpty());
    await(
        () -> view("+447700900981").events().stream().anyMatch(e -> e.what().equals("call_ended")));
  }

  @Test
  void answeringMachineTakesNoCallAndAMessageIsKeptSealed() {
    Phone caller = ring("07700 900982");
    caller.act("keys", "0");
    Phone machine = ringing("07700 900991");
    machine.act("voicemail", true);
    await(
        () -> {
          // A machine speaks its own words first.
          clock.set(clock.instant().plusSeconds(1));
          return machine.state().equals("ended");
        },
        machine::words);
    assertThat(caller.state()).isEqualTo("waiting");

    for (int i = 0; i < 30 && caller.state().equals("waiting"); i++) {
      caller.act("waitOn", true);
    }
    assertThat(caller.words()).contains("nobody can come to the phone just now");
    caller.act("keys", "2");
    assertThat(caller.words()).contains("up to two minutes after the tone");
    caller.act("message", "please ring me, it is about my husband");
    await(() -> caller.state().equals("ended"));

    ConversationView view = view("+447700900982");
    assertThat(view.state()).isEqualTo("waiting");
    String left =
        view.events().stream()
            .map(ConversationView.EventView::what)
            .filter(what -> what.startsWith("voicemail:"))
            .findFirst()
            .orElseThrow();
    String recording = left.split(":")[1];
    assertThat(handoffs.waiting(Handoffs.MOST))
        .filteredOn(handoff -> handoff.conversation().value().equals(view.id()))
        .extracting(handoff -> handoff.reason())
        .containsExactly("voicemail");
    await(() -> {
      later();
      return voicemails.find(view.id(), recording).isPresent();
    });
    PhoneCarrier.Recording sound = voicemails.find(view.id(), recording).orElseThrow();
    assertThat(sound.mediaType()).startsWith("audio/");
    assertThat(sound.sound()).isNotEmpty();
    assertThat(voicemails.find("somebody-else", recording)).isEmpty();
  }

  @Test
  void ofTwoWhoAreRungTheFirstHasTheCall() {
    ready(BEN, "07700 900992");
    Phone caller = ring("07700 900983");
    caller.act("words", "i want to talk to a person");
    Phone ann = ringing("07700 900991");
    Phone ben = ringing("07700 900992");
    ann.act("answer", true);
    ben.act("answer", true);
    ben.act("keys", "1");
    await(() -> caller.state().equals("talking"));
    if (ann.state().equals("listening")) {
      ann.act("keys", "1");
      assertThat(ann.words()).contains("A colleague has taken this call");
    }
    await(() -> ann.state().equals("ended"));
    await(() -> view("+447700900983").owner().isPresent());
    assertThat(view("+447700900983").owner()).contains("phone.ben");
    caller.act("hangup", true);
    await(() -> ben.state().equals("ended"));
  }

  @Test
  void whoHangsUpWhileWaitingStaysInTheQueueAndNoPhoneRingsOn() {
    Phone caller = ring("07700 900984");
    caller.act("keys", "0");
    Phone staff = ringing("07700 900991");
    caller.act("hangup", true);
    await(() -> staff.state().equals("ended"));
    assertThat(view("+447700900984").state()).isEqualTo("waiting");
  }

  @Test
  void whoAsksToBeRungBackWhileWaitingIsAskedWhen() {
    Phone caller = ring("07700 900985");
    caller.act("keys", "0");
    caller.act("keys", "1");
    assertThat(caller.words()).contains("When is it good and safe to ring you?");
    caller.act("words", "weekday mornings before eleven");
    assertThat(conversations.byNumber("+447700900985").orElseThrow().callBack())
        .contains("weekday mornings before eleven");
    caller.act("hangup", true);
  }

  @Test
  void staffRingACarerTheirOwnPhoneFirst() {
    Phone caller = ring("07700 900987");
    caller.act("keys", "0");
    caller.act("keys", "1");
    caller.act("words", "any time today");
    caller.act("hangup", true);
    String id = conversations.byNumber("+447700900987").orElseThrow().id();

    String wish = UUID.randomUUID().toString();
    assertThat(staffCalls.ring(ANN, id, wish)).isEqualTo(StaffCalls.Ringing.RINGING);
    Phone staff = ringing("07700 900991");
    staff.act("answer", true);
    assertThat(staff.words()).contains("To ring the carer now, press 1");
    staff.act("keys", "1");
    Phone carer = ringing("07700 900987");
    assertThat(StaffPhone.parse(carer.from()).orElseThrow().e164()).isEqualTo(ourNumber);
    carer.act("answer", true);
    await(() -> carer.state().equals("talking") && staff.state().equals("talking"));

    ConversationView view = view("+447700900987");
    assertThat(view.owner()).contains("phone.ann");
    assertThat(view.callBack()).isEmpty();
    assertThat(view.events()).extracting(ConversationView.EventView::what).contains("rang_carer");
    assertThat(live("+447700900987").flatMap(LiveCalls.LiveCall::with)).contains("phone.ann");
    carer.act("hangup", true);
    await(() -> staff.state().equals("ended"));
    await(() -> live("+447700900987").isEmpty());
  }

  @Test
  void dangerIsHeardWhileWaitingAndTalkInTheRoomIsNot() {
    Phone caller = ring("07700 900986");
    caller.act("keys", "0");
    Phone first = ringing("07700 900991");
    caller.act("words", "put the kettle on love, I am on the phone");
    assertThat(caller.state()).isEqualTo("waiting");
    assertThat(view("+447700900986").messages())
        .extracting(message -> message.text())
        .noneMatch(text -> text.contains("kettle"));

    caller.act("waitOn", true);
    caller.act("words", "i can not go on, i want to kill myself");
    assertThat(caller.state()).isEqualTo("waiting");
    assertThat(caller.words()).contains("1 1 6", "I am ringing a person for you now");
    assertThat(view("+447700900986").priority()).isEqualTo("crisis");
    await(
        () -> live("+447700900986").filter(call -> call.priority() == Priority.CRISIS).isPresent());
    caller.act("hangup", true);
    await(() -> first.state().equals("ended"));
  }

  private ConversationView view(String number) {
    return conversations.view(conversations.byNumber(number).orElseThrow().id()).orElseThrow();
  }

  private Optional<LiveCalls.LiveCall> live(String number) {
    String id = conversations.byNumber(number).orElseThrow().id();
    return calls.all().stream().filter(call -> call.conversation().equals(id)).findFirst();
  }

  private Phone ring(String from) {
    return new SimulatedPhones(port).ring(from);
  }

  /// The staff phone of that number, as soon as it rings.
  private Phone ringing(String number) {
    SimulatedPhones phones = new SimulatedPhones(port);
    await(() -> phones.ringing(number).isPresent(), () -> calls.all() + " " + phones);
    return phones.ringing(number).orElseThrow();
  }

  private static void await(BooleanSupplier condition) {
    await(condition, () -> "");
  }

  private static void await(BooleanSupplier condition, Supplier<String> state) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come about in time: " + state.get());
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
