package org.carersignpost.channel.voice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.carersignpost.channel.PersonLine;
import org.carersignpost.conversation.Answer;
import org.carersignpost.conversation.ConversationSummary;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.CurrentDialogue;
import org.carersignpost.conversation.StaffConversations;
import org.carersignpost.conversation.StaffConversations.Wish;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Prompt;
import org.carersignpost.dialogue.Spoken;
import org.carersignpost.dialogue.StaffAction;
import org.carersignpost.handoff.Changes;
import org.carersignpost.handoff.LiveCalls;
import org.carersignpost.handoff.Rings;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.staff.Accounts;
import org.carersignpost.staff.Audit;
import org.carersignpost.staff.AuditAction;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.StaffMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// The people of the teams, whose phones are rung.
final class RungPeople implements PersonLine {
  private static final Logger log = LoggerFactory.getLogger(RungPeople.class);
  private static final int MOST_TOPICS = 2;

  /// A call to a carer, followed by the name of the ringing that began it.
  private static final String TALK = "talk-";

  private final LiveCalls calls;
  private final Rings rings;
  private final CurrentDialogue dialogue;
  private final Conversations conversations;
  private final StaffConversations staff;
  private final Knowledge knowledge;
  private final Changes changes;
  private final Accounts accounts;
  private final Audit audit;
  private final Duration longestWait;

  RungPeople(
      LiveCalls calls,
      Rings rings,
      CurrentDialogue dialogue,
      Conversations conversations,
      StaffConversations staff,
      Knowledge knowledge,
      Changes changes,
      Accounts accounts,
      Audit audit,
      Duration longestWait) {
    this.calls = calls;
    this.rings = rings;
    this.dialogue = dialogue;
    this.conversations = conversations;
    this.staff = staff;
    this.knowledge = knowledge;
    this.changes = changes;
    this.accounts = accounts;
    this.audit = audit;
    this.longestWait = longestWait;
  }

  /// The caller does not wait for this: it happens beside the answer, and each round of waiting
  /// does it again.
  @Override
  public void stepped(CallStep step, Answer answer) {
    String call = step.call();
    Optional<String> conversation = answer.conversation();
    if (conversation.isEmpty() || !answer.stored()) {
      return;
    }
    boolean isHolding =
        answer.spoken().map(Spoken::then).filter(Spoken.Then.Hold.class::isInstance).isPresent();
    if (answer.repeated() && !isHolding) {
      // An earlier step that comes late says nothing of how the call stands now.
      return;
    }
    beside(
        call,
        () -> {
          calls.seen(call, conversation.get(), step.number());
          if (answer.spoken().map(Spoken::then).orElseThrow()
              instanceof Spoken.Then.Hold(var team, var how, _)) {
            calls.waits(call, team, how);
            rings.ringFor(call, Duration.ZERO);
          } else {
            stoppedWaiting(call);
          }
          tell(conversation.get());
        });
  }

  @Override
  public OptionalInt lastStep(String call) {
    try {
      return calls.lastStep(call);
    } catch (DataAccessException e) {
      log.warn("How far call {} got is not known: {}", call, e.getClass().getSimpleName());
      return OptionalInt.empty();
    }
  }

  private void stoppedWaiting(String call) {
    Optional<LiveCalls.LiveCall> live = calls.find(call);
    if (live.flatMap(LiveCalls.LiveCall::waitingSince).isPresent()) {
      calls.stoppedWaiting(call);
      rings.stopRinging(call, "");
      live.flatMap(LiveCalls.LiveCall::team).ifPresent(rings::ringNext);
    }
  }

  @Override
  public Spoken waiting(String call, Duration waited, Spoken.Instead instead) {
    int place = 1;
    boolean isDanger = false;
    try {
      Optional<LiveCalls.LiveCall> live = calls.find(call);
      isDanger = live.filter(each -> each.priority() == Priority.CRISIS).isPresent();
      int now = live.map(calls::place).orElse(1);
      place = calls.placeToTell(call, waited, now);
      beside(
          call,
          () -> {
            calls.waitsOn(call);
            rings.ringFor(call, waited);
          });
    } catch (DataAccessException e) {
      log.warn("Where call {} stands is not known: {}", call, e.getClass().getSimpleName());
    }
    return dialogue.flow().waiting(waited, longestWait, place, instead, isDanger);
  }

  @Override
  public void ended(String call) {
    beside(
        call,
        () -> {
          Optional<LiveCalls.LiveCall> live = calls.find(call);
          calls.ended(call);
          rings.stopRinging(call, "");
          live.flatMap(LiveCalls.LiveCall::team).ifPresent(rings::ringNext);
          live.map(LiveCalls.LiveCall::conversation).ifPresent(this::tell);
        });
  }

  @Override
  public void rangOut(String call, String ring) {
    beside(
        call,
        () -> {
          rings.rangOut(call, ring);
          calls
              .find(TALK + ring)
              .ifPresent(talk -> {
                calls.ended(talk.id());
                tell(talk.conversation());
              });
        });
  }

  @Override
  public Whisper whisper(String call, String ring) {
    try {
      Optional<LiveCalls.LiveCall> live = calls.find(call);
      if (live.isEmpty() || calls.leg(call, ring).isEmpty() || calls.isOver(call)) {
        return closed(Prompt.CALL_GONE);
      }
      if (!live.get().isWaiting()) {
        return closed(live.get().with().isPresent() ? Prompt.CALL_TAKEN : Prompt.CALL_GONE);
      }
      boolean isDanger = live.get().priority() == Priority.CRISIS;
      return open(dialogue.flow().whisper(about(live.get().conversation()), isDanger));
    } catch (DataAccessException e) {
      log.warn("What to whisper for {} is not known: {}", call, e.getClass().getSimpleName());
      return open(dialogue.flow().whisper(List.of(), false));
    }
  }

  private List<String> about(String conversation) {
    List<String> about = new ArrayList<>();
    Optional<ConversationSummary> known = conversations.summary(conversation);
    known.flatMap(ConversationSummary::place).ifPresent(place -> about.add("in " + place));
    known.map(ConversationSummary::topics).orElse(List.of()).stream()
        .limit(MOST_TOPICS)
        .map(topic -> knowledge.directory().labelOf(topic))
        .forEach(about::add);
    if (known.filter(ConversationSummary::distressed).isPresent()) {
      about.add("sounds upset");
    }
    return about.isEmpty() ? List.of("nothing is known yet") : about;
  }

  @Override
  public Whisper taken(String call, String ring) {
    try {
      Optional<LiveCalls.Leg> leg = calls.leg(call, ring);
      Optional<LiveCalls.LiveCall> live = calls.find(call);
      if (leg.isEmpty()
          || live.isEmpty()
          || calls.isOver(call)
          || live.get().waitingSince().isEmpty()) {
        return closed(Prompt.CALL_GONE);
      }
      if (!calls.take(call, leg.get().who())) {
        return closed(calls.isOver(call) ? Prompt.CALL_GONE : Prompt.CALL_TAKEN);
      }
      beside(
          call,
          () -> {
            rings.stopRinging(call, ring);
            talks(live.get().conversation(), ring, leg.get().who(), false);
            live.get().team().ifPresent(rings::ringNext);
            audit.write(
                whoTook(leg.get().who()),
                AuditAction.CALL,
                live.get().conversation(),
                live.get().team());
          });
      return open("");
    } catch (DataAccessException e) {
      // The caller waits in the queue of the network all the same.
      log.warn("Who takes call {} is not kept: {}", call, e.getClass().getSimpleName());
      return open("");
    }
  }

  @Override
  public Whisper outgoing(String conversation, String ring) {
    return orNobody(
        conversation,
        () ->
            rings.whoRingsOut(conversation, ring).isPresent()
                ? open(dialogue.flow().toStaff(Prompt.CALL_WHISPER_OUT))
                : closed(Prompt.CALL_NOT_REACHED));
  }

  @Override
  public Whisper wanted(String conversation, String ring) {
    return orNobody(
        conversation,
        () -> {
          Optional<String> who = rings.whoRingsOut(conversation, ring);
          Optional<String> number = conversations.numberOf(conversation);
          if (who.isEmpty() || number.isEmpty()) {
            return closed(Prompt.CALL_NOT_REACHED);
          }
          calls.seen(TALK + ring, conversation, 0);
          calls.take(TALK + ring, who.get());
          talks(conversation, ring, who.get(), true);
          return new Whisper(dialogue.flow().toStaff(Prompt.CALL_NOT_REACHED), number, true);
        });
  }

  /// Without the store nobody knows whom to ring.
  private Whisper orNobody(String conversation, Supplier<Whisper> whisper) {
    try {
      return whisper.get();
    } catch (DataAccessException e) {
      log.warn("Carer {} is not rung: {}", conversation, e.getClass().getSimpleName());
      return closed(Prompt.CALL_NOT_REACHED);
    }
  }

  /// Whoever talks with the carer has the conversation; a duty phone can have none.
  private void talks(String conversation, String ring, String who, boolean isOutgoing) {
    if (!who.equals(LiveCalls.DUTY)) {
      var _ =
          staff.act(
              new Wish(
                  conversation,
                  ring,
                  who,
                  false,
                  Optional.empty(),
                  new StaffAction.TalkByPhone(isOutgoing)));
    }
    tell(conversation);
  }

  /// As the audit log has them; a duty phone belongs to no account and no organisation.
  private StaffMember whoTook(String who) {
    return accounts.byName(who).orElseGet(() -> StaffMember.ofAll(who, Role.STAFF));
  }

  private void tell(String conversation) {
    changes.tell(
        new Changes.Change(
            Changes.Kind.CONVERSATION,
            conversation,
            conversations.summary(conversation).flatMap(ConversationSummary::team)));
  }

  private Whisper open(String words) {
    return new Whisper(words, Optional.empty(), true);
  }

  private Whisper closed(Prompt prompt) {
    return new Whisper(dialogue.flow().toStaff(prompt), Optional.empty(), false);
  }

  private static void beside(String call, Runnable work) {
    Thread.ofVirtual()
        .name("call-", 0)
        .start(() -> {
          try {
            work.run();
          } catch (DataAccessException e) {
            log.warn("Call {} goes on without the store: {}", call, e.getClass().getSimpleName());
          } catch (RuntimeException e) {
            log.error("What belongs to call {} failed: {}", call, e.getClass().getName());
          }
        });
  }
}
