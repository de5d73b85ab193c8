package org.carersignpost.console.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.carersignpost.console.Problems;
import org.carersignpost.conversation.ConversationHead;
import org.carersignpost.conversation.ConversationQuery;
import org.carersignpost.conversation.ConversationSearch;
import org.carersignpost.conversation.ConversationSummary;
import org.carersignpost.conversation.ConversationView;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.FoundConversation;
import org.carersignpost.conversation.Page;
import org.carersignpost.conversation.Queued;
import org.carersignpost.conversation.StaffConversations;
import org.carersignpost.conversation.StaffConversations.Result;
import org.carersignpost.conversation.StaffConversations.Wish;
import org.carersignpost.dialogue.Prompt;
import org.carersignpost.dialogue.StaffAction;
import org.carersignpost.handoff.Lookers;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.staff.Accounts;
import org.carersignpost.staff.Audit;
import org.carersignpost.staff.AuditAction;
import org.carersignpost.staff.Organisations;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.StaffMember;
import org.carersignpost.staff.Team;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// The one way from pages and API to conversations: it knows who may see and do what, and writes it
/// into the audit log before anything is shown or done.
///
/// What somebody may not see does not exist for them. While the store is away every method ends in
/// a [org.springframework.dao.DataAccessException].
@Component
public class StaffDesk {
  public static final int A_PAGE_OF_FOUND = 20;

  private final Conversations conversations;
  private final StaffConversations staff;
  private final ConversationSearch words;
  private final Organisations organisations;
  private final Accounts accounts;
  private final Lookers lookers;
  private final Knowledge knowledge;
  private final Audit audit;
  private final Looks looks;

  StaffDesk(
      Conversations conversations,
      StaffConversations staff,
      ConversationSearch words,
      Organisations organisations,
      Accounts accounts,
      Lookers lookers,
      Knowledge knowledge,
      Audit audit,
      Clock clock) {
    this.conversations = conversations;
    this.staff = staff;
    this.words = words;
    this.organisations = organisations;
    this.accounts = accounts;
    this.lookers = lookers;
    this.knowledge = knowledge;
    this.audit = audit;
    this.looks = new Looks(audit, clock);
  }

  /// Who needs a person, most at risk first, then whoever has waited longest.
  public List<Queued> queue(StaffMember who) {
    looks.atLists(who);
    return conversations.queue(team -> organisations.maySee(who, team));
  }

  /// A conversation's place among those who need a person, if it is one of them.
  public Optional<Queued> queued(StaffMember who, String id) {
    return conversations.queue(team -> organisations.maySee(who, team)).stream()
        .filter(each -> each.conversation().id().equals(id))
        .findFirst();
  }

  /// How much there is in the lists that concern somebody; for figures and bells.
  ///
  /// @param queue who needs a person
  /// @param mine what they have taken on, newest first, as much as fits on a page
  /// @param inTeams how many their teams have in hand
  public record Glance(List<Queued> queue, Page<ConversationSummary> mine, long inTeams) {
    public Glance {
      queue = List.copyOf(queue);
    }
  }

  /// How much there is in the lists that concern somebody. Whoever shows more of it than figures
  /// and ids asks for a list.
  public Glance glance(StaffMember who) {
    Predicate<ConversationHead> visible = head -> organisations.maySee(who, head.team());
    Optional<String> staffed = Optional.of("staff");
    return new Glance(
        conversations.queue(team -> organisations.maySee(who, team)),
        conversations.page(staffed, visible.and(owned(who)), 0, Conversations.MOST_A_PAGE),
        conversations.page(staffed, visible.and(inTeams(who)), 0, 1).total());
  }

  /// The queue of a glance, for showing.
  public List<Queued> queue(StaffMember who, Glance glance) {
    looks.atLists(who);
    return glance.queue();
  }

  private static Predicate<ConversationHead> owned(StaffMember who) {
    return head -> head.owner().equals(Optional.of(who.name()));
  }

  private static Predicate<ConversationHead> inTeams(StaffMember who) {
    return head -> who.teams().isEmpty() || head.team().filter(who.teams()::contains).isPresent();
  }

  /// What somebody has taken on, newest first.
  public Page<ConversationSummary> mine(StaffMember who, int page, int size) {
    return list(who, Optional.of("staff"), owned(who), page, size);
  }

  /// What somebody's teams have in hand, newest first; whoever is in no team sees all they may see.
  public Page<ConversationSummary> teams(StaffMember who, int page, int size) {
    return list(who, Optional.of("staff"), inTeams(who), page, size);
  }

  /// The conversations in a state, or in all, newest first.
  public Page<ConversationSummary> inState(
      StaffMember who, Optional<String> state, int page, int size) {
    if (who.organisation().isEmpty()) {
      looks.atLists(who);
      return conversations.page(state, page, size);
    }
    return list(who, state, head -> true, page, size);
  }

  private Page<ConversationSummary> list(
      StaffMember who,
      Optional<String> state,
      Predicate<ConversationHead> wanted,
      int page,
      int size) {
    looks.atLists(who);
    Predicate<ConversationHead> visible =
        head -> organisations.maySee(who, head.team()) && wanted.test(head);
    return conversations.page(state, visible, page, size);
  }

  /// The conversation of a whole number, if there is one that may be seen.
  public Optional<ConversationSummary> byNumber(StaffMember who, String e164) {
    audit.write(who, AuditAction.SEARCH);
    return conversations.byNumber(e164).filter(found -> organisations.maySee(who, found.team()));
  }

  /// A conversation that was found.
  ///
  /// @param snippet what was said where it fits best; empty if it was found by its number
  public record Found(
      @JsonUnwrapped ConversationSummary conversation,
      Optional<FoundConversation.Snippet> snippet) {}

  /// A page of the conversations in which something was said, best first. That a piece of one was
  /// read is written for each.
  public Page<Found> search(StaffMember who, ConversationQuery query, int page) {
    audit.write(who, AuditAction.SEARCH);
    Page<FoundConversation> found =
        words.find(query, team -> organisations.maySee(who, team), page, A_PAGE_OF_FOUND);
    // What the index knows may be a second old, so each is looked at anew.
    List<Found> items =
        found.items().stream()
            .flatMap(
                each -> found(who, each.id()).map(summary -> new Found(summary, each.snippet())))
            .toList();
    for (Found each : items) {
      audit.write(who, AuditAction.FOUND, each.conversation.id(), each.conversation.team());
    }
    return new Page<>(items, found.total());
  }

  /// One conversation with all that was said.
  ///
  /// @throws ResponseStatusException 404 if there is none that may be seen
  public ConversationView open(StaffMember who, String id) {
    ConversationSummary summary = visible(who, id);
    audit.write(who, AuditAction.READ, id, summary.team());
    return conversations.view(id).orElseThrow(StaffDesk::missing);
  }

  /// The same for a page that shows it and renews itself; going on looking is one reading a minute.
  ///
  /// @throws ResponseStatusException 404 if there is none that may be seen
  public ConversationView watch(StaffMember who, String id) {
    looks.at(who, visible(who, id));
    return conversations.view(id).orElseThrow(StaffDesk::missing);
  }

  /// Does what a staff member wishes, once.
  ///
  /// @param request names the wish, so that sending it twice does it once
  /// @param seen the number of the last line on their screen, if they say
  /// @throws ResponseStatusException 404 if there is no such conversation for them
  public Result act(
      StaffMember who, String id, String request, Optional<Long> seen, StaffAction.Kind kind) {
    ConversationSummary summary = visible(who, id);
    requireSees(kind, summary.team());
    audit.write(who, action(kind), id, summary.team());
    boolean mayOverrule = who.is(Role.SUPERVISOR) && !(kind instanceof StaffAction.Claim);
    Result result = staff.act(new Wish(id, request, who.name(), mayOverrule, seen, kind));
    if (result instanceof Result.Missing) {
      throw missing();
    }
    if (kind instanceof StaffAction.Claim && found(who, id).findAny().isEmpty()) {
      // It went to others at the same moment, and is not left with somebody who cannot see it.
      staff.act(
          new Wish(
              id,
              UUID.randomUUID().toString(),
              who.name(),
              false,
              Optional.empty(),
              new StaffAction.Release()));
      throw missing();
    }
    return result;
  }

  /// Takes a conversation from whoever has it; for supervisors.
  ///
  /// @throws ResponseStatusException 403 for anybody else
  public Result takeOver(StaffMember who, String id, String request) {
    if (!who.is(Role.SUPERVISOR)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Only a supervisor may take over.");
    }
    ConversationSummary summary = visible(who, id);
    audit.write(who, AuditAction.REASSIGN, id, summary.team());
    return staff.act(
        new Wish(id, request, who.name(), true, Optional.empty(), new StaffAction.Claim()));
  }

  /// Keeps what somebody has begun to write.
  public void keepDraft(StaffMember who, String id, String text) {
    visible(who, id);
    staff.keepDraft(id, who.name(), text);
  }

  /// What somebody has begun to write.
  public Optional<String> draft(StaffMember who, String id) {
    visible(who, id);
    return staff.draft(id, who.name());
  }

  /// Says what somebody does at a conversation, and finds the others.
  public List<Lookers.Looker> look(StaffMember who, String id, Lookers.Doing doing) {
    ConversationSummary summary = visible(who, id);
    return lookers.look(id, summary.team(), who.name(), doing);
  }

  /// One conversation without its words; looking at it is not reading.
  ///
  /// @throws ResponseStatusException 404 if there is none that may be seen
  public ConversationSummary visible(StaffMember who, String id) {
    return conversations
        .summary(id)
        .filter(found -> organisations.maySee(who, found.team()))
        .orElseThrow(StaffDesk::missing);
  }

  /// Nobody is given what they may not see. Whether an account exists is not told.
  private void requireSees(StaffAction.Kind kind, Optional<String> team) {
    if (kind instanceof StaffAction.PassToPerson(var name, var otherTeam)) {
      Optional<String> its = otherTeam.isPresent() ? otherTeam : team;
      if (member(name).noneMatch(each -> organisations.maySee(each, its))) {
        throw Problems.badRequest("There is no such person for this conversation.");
      }
    }
  }

  /// One conversation without its words, if there is one that may be seen.
  Stream<ConversationSummary> found(StaffMember who, String id) {
    return conversations.summary(id).stream()
        .filter(summary -> organisations.maySee(who, summary.team()));
  }

  /// A conversation after something was done to it, whoever may see it from now on.
  public ConversationSummary known(String id) {
    return conversations.summary(id).orElseThrow(StaffDesk::missing);
  }

  /// What passing a conversation on means.
  ///
  /// @param person an account name
  /// @throws org.springframework.web.ErrorResponseException 400 unless exactly one recipient is
  ///   given, and there is such a team or organisation
  public StaffAction.Kind passing(
      Optional<String> person, Optional<String> team, Optional<String> organisation) {
    if (Stream.of(person, team, organisation).filter(Optional::isPresent).count() != 1) {
      throw Problems.badRequest("Name one recipient: a person, a team or an organisation.");
    }
    if (person.isPresent()) {
      return new StaffAction.PassToPerson(person.get(), Optional.empty());
    }
    return new StaffAction.PassToTeam(
        team.or(() -> organisation.flatMap(this::firstTeam))
            .filter(id -> organisations.team(id).isPresent())
            .orElseThrow(() -> Problems.badRequest("There is no such team or organisation.")));
  }

  private Optional<String> firstTeam(String organisation) {
    return organisations
        .organisation(organisation)
        .flatMap(found -> found.teams().stream().findFirst())
        .map(Team::id);
  }

  /// The teams that a conversation may be passed to: all of them.
  List<Team> allTeams() {
    return organisations.teams();
  }

  /// Somebody who has an account.
  Stream<StaffMember> member(String account) {
    return accounts.byName(account).stream();
  }

  /// How colleagues know somebody.
  public String nameOf(String account) {
    return accounts.byName(account).map(StaffMember::displayName).orElse(account);
  }

  /// Sentences that are often needed, by their names, with what is known filled in.
  public Map<String, String> replies(StaffMember who, Optional<String> conversation) {
    Map<String, String> values = new HashMap<>();
    values.put("name", who.displayName());
    Optional<ConversationSummary> about = conversation.map(id -> visible(who, id));
    about.flatMap(ConversationSummary::place).ifPresent(place -> values.put("place", place));
    values.put(
        "team",
        about
            .flatMap(ConversationSummary::team)
            .flatMap(organisations::team)
            .orElseGet(organisations::shared)
            .spokenName());
    return knowledge.prompts().replies(values);
  }

  /// What a carer is told when the service answers again.
  public String usualFarewell() {
    return knowledge.prompts().text(Prompt.STAFF_HAND_BACK);
  }

  /// @throws org.springframework.web.ErrorResponseException 400 if one of them is no topic
  public List<String> knownTopics(List<String> topics) {
    for (String topic : topics) {
      if (!knowledge.topicNames().containsKey(topic)) {
        throw Problems.badRequest("There is no such topic.");
      }
    }
    return topics;
  }

  private static AuditAction action(StaffAction.Kind kind) {
    return switch (kind) {
      case StaffAction.Claim _ -> AuditAction.CLAIM;
      case StaffAction.TalkByPhone _ -> AuditAction.CALL;
      case StaffAction.Release _, StaffAction.Lapse _ -> AuditAction.RELEASE;
      case StaffAction.Reply _ -> AuditAction.REPLY;
      case StaffAction.Note _ -> AuditAction.NOTE;
      case StaffAction.PassToPerson _ -> AuditAction.REASSIGN;
      case StaffAction.PassToTeam _ -> AuditAction.TRANSFER;
      case StaffAction.HandBack _ -> AuditAction.HAND_BACK;
      case StaffAction.Close _ -> AuditAction.CLOSE;
    };
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "There is no conversation of that id.");
  }
}
