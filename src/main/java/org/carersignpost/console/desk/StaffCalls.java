package org.carersignpost.console.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carersignpost.console.Problems;
import org.carersignpost.conversation.ConversationSummary;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.StaffConversations.Result;
import org.carersignpost.conversation.Voicemails;
import org.carersignpost.dialogue.StaffTurn;
import org.carersignpost.handoff.LiveCalls;
import org.carersignpost.handoff.LiveCalls.LiveCall;
import org.carersignpost.handoff.PhoneCarrier;
import org.carersignpost.handoff.PhoneCarrier.Rung;
import org.carersignpost.handoff.Rings;
import org.carersignpost.staff.Accounts;
import org.carersignpost.staff.Audit;
import org.carersignpost.staff.AuditAction;
import org.carersignpost.staff.Organisations;
import org.carersignpost.staff.StaffMember;
import org.carersignpost.staff.StaffPhone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/// The phone line as staff have it before them: who is on the line, the messages that callers left,
/// and ringing a carer.
///
/// A call and a message are for whoever may see the conversation. While the store is away every
/// method but [#goingOn] ends in a [DataAccessException].
@Component
public class StaffCalls {
  private static final Pattern RECORDING = Pattern.compile("[A-Za-z0-9]{2,64}");
  private static final Logger LOG = LoggerFactory.getLogger(StaffCalls.class);

  private final LiveCalls calls;
  private final Rings rings;
  private final Voicemails voicemails;
  private final Conversations conversations;
  private final StaffDesk desk;
  private final Organisations organisations;
  private final Accounts accounts;
  private final Audit audit;

  StaffCalls(
      LiveCalls calls,
      Rings rings,
      Voicemails voicemails,
      Conversations conversations,
      StaffDesk desk,
      Organisations organisations,
      Accounts accounts,
      Audit audit) {
    this.calls = calls;
    this.rings = rings;
    this.voicemails = voicemails;
    this.conversations = conversations;
    this.desk = desk;
    this.organisations = organisations;
    this.accounts = accounts;
    this.audit = audit;
  }

  /// A call that somebody may know of.
  ///
  /// @param conversation the id of the caller's
  /// @param since when it began
  /// @param waitingSince since when the caller waits for a person; empty while they do not
  /// @param with the account name of whoever talks with the caller, or `duty` for a duty phone;
  ///   empty while it is the service, or nobody yet
  /// @param priority `normal`, `urgent` or `crisis`
  /// @param team the id of the team whose people are rung
  public record Call(
      String conversation,
      Instant since,
      Optional<Instant> waitingSince,
      Optional<String> with,
      String priority,
      Optional<String> team) {

    static Call of(LiveCall call) {
      return new Call(
          call.conversation(),
          call.began(),
          call.waitingSince().filter(_ -> call.isWaiting()),
          call.with(),
          call.priority().id(),
          call.team());
    }
  }

  /// A caller who may be shown.
  ///
  /// @param numberEnds the last three digits of the number; empty when it was withheld
  public record Caller(Call call, ConversationSummary conversation, Optional<String> numberEnds) {}

  /// All calls that are going on, whoever may see them: for marking conversations that are shown
  /// already. None while that cannot be told, for a page is more than its calls.
  public List<Call> goingOn() {
    try {
      return calls.all().stream().map(Call::of).toList();
    } catch (DataAccessException e) {
      LOG.debug("Who is on the phone is not known: {}", e.getClass().getSimpleName());
      return List.of();
    }
  }

  /// Those of the calls that somebody may see, in their order.
  public List<Caller> visible(StaffMember who, List<Call> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    Map<String, Conversations.Caller> known =
        conversations.callers(all.stream().map(Call::conversation).distinct().toList()).stream()
            .filter(caller -> organisations.maySee(who, caller.conversation().team()))
            .collect(Collectors.toMap(caller -> caller.conversation().id(), Function.identity()));
    return all.stream()
        .flatMap(call ->
            Stream.ofNullable(known.get(call.conversation()))
                .map(found -> new Caller(call, found.conversation(), found.numberEnds())))
        .toList();
  }

  /// The calls of those conversations that somebody may see: who waits first, most at risk first.
  public List<Call> visible(StaffMember who) {
    return visible(who, calls.all().stream().map(Call::of).toList()).stream()
        .map(Caller::call)
        .toList();
  }

  /// How colleagues know whoever talks with a caller.
  public String nameOf(String with) {
    return with.equals(LiveCalls.DUTY) ? "the duty phone" : desk.nameOf(with);
  }

  /// Where calls ring somebody.
  public Optional<StaffPhone> phoneOf(StaffMember who) {
    return accounts.phoneOf(who);
  }

  /// What became of the wish to ring a carer.
  public enum Ringing {
    /// The staff member's phone rings.
    RINGING,
    /// Nobody knows whether it does.
    UNKNOWN
  }

  /// Rings the phone of whoever wants to ring a carer, once for each request.
  ///
  /// @param request names the wish
  /// @throws ErrorResponseException 404 if there is no such conversation for them, 409 if a
  ///   colleague has it, 422 if they have no phone, the number was withheld or is their own, or the
  ///   network refuses
  public Ringing ring(StaffMember who, String id, String request) {
    ConversationSummary conversation = desk.visible(who, id);
    conversation
        .owner()
        .filter(owner -> !owner.equals(who.name()))
        .ifPresent(owner -> {
          throw Problems.refused(
              new Result.Refused(StaffTurn.Why.TAKEN, Optional.of(owner)), desk.nameOf(owner));
        });
    String number =
        conversations
            .numberOf(id)
            .orElseThrow(
                () -> impossible("The number was withheld, so this carer cannot be rung."));
    StaffPhone phone =
        accounts
            .phoneOf(who)
            .orElseThrow(() ->
                impossible("There is no phone for you to be rung on. Give one under My account."));
    if (phone.e164().equals(number)) {
      throw impossible("That is the number of your own phone.");
    }
    audit.write(who, AuditAction.CALL, id, conversation.team());
    return switch (rings.ringOut(id, who.name(), phone.e164(), request)) {
      case Rung.Ringing _ -> Ringing.RINGING;
      case Rung.Unknown() -> Ringing.UNKNOWN;
      case Rung.Refused _ ->
          throw impossible("Your phone cannot be rung. Look under My account whether it is right.");
    };
  }

  private static ErrorResponseException impossible(String detail) {
    return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, detail);
  }

  /// The messages of a conversation that can be heard, by their ids; none while that cannot be
  /// told.
  public Set<String> recordings(String id) {
    try {
      return voicemails.kept(id);
    } catch (DataAccessException e) {
      LOG.debug("Which messages are kept is not known: {}", e.getClass().getSimpleName());
      return Set.of();
    }
  }

  /// The message that a caller left. That somebody listens is written first.
  ///
  /// @throws ErrorResponseException 404 if there is none that they may hear, or none any more
  public PhoneCarrier.Recording listen(StaffMember who, String id, String recording) {
    ConversationSummary conversation = desk.visible(who, id);
    PhoneCarrier.Recording sound =
        Optional.of(recording)
            .filter(name -> RECORDING.matcher(name).matches())
            .flatMap(name -> voicemails.find(id, name))
            .orElseThrow(() -> Problems.notFound("There is no such message, or its time is up."));
    audit.write(who, AuditAction.LISTEN, id, conversation.team());
    return sound;
  }
}
