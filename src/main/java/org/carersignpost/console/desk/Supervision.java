package org.carersignpost.console.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carersignpost.console.Problems;
import org.carersignpost.conversation.ConversationSummary;
import org.carersignpost.conversation.Overview;
import org.carersignpost.conversation.QualityReview;
import org.carersignpost.staff.Audit;
import org.carersignpost.staff.AuditAction;
import org.carersignpost.staff.Organisations;
import org.carersignpost.staff.Presence;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.StaffMember;
import org.carersignpost.staff.Team;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// What supervisors see and judge: how things stand with their teams, and how good the service's
/// answers are.
///
/// While the store is away every method ends in a [org.springframework.dao.DataAccessException].
@Component
public class Supervision {
  private static final int MOST_OF_A_REASON = 500;

  private final Overview overview;
  private final QualityReview reviews;
  private final StaffDesk desk;
  private final Organisations organisations;
  private final Presence presence;
  private final Audit audit;

  Supervision(
      Overview overview,
      QualityReview reviews,
      StaffDesk desk,
      Organisations organisations,
      Presence presence,
      Audit audit) {
    this.overview = overview;
    this.reviews = reviews;
    this.desk = desk;
    this.organisations = organisations;
    this.presence = presence;
    this.audit = audit;
  }

  /// One team with its name and who is there for it.
  ///
  /// @param today its figures
  /// @param onDuty how colleagues know those of its members who are on duty
  /// @param inHand how many conversations each staff member has, by how colleagues know them
  public record TeamState(
      String name, Overview.TeamToday today, List<String> onDuty, Map<String, Long> inHand) {}

  /// How things stand with the teams whose conversations somebody may see.
  public List<TeamState> teams(StaffMember who) {
    List<Team> theirs =
        organisations.teams().stream()
            .filter(team -> organisations.maySee(who, Optional.of(team.id())))
            .toList();
    List<StaffMember> onDuty = presence.onDuty().stream().flatMap(desk::member).toList();
    return overview.of(theirs.stream().map(Team::id).toList()).stream()
        .map(today -> state(today, onDuty))
        .toList();
  }

  private TeamState state(Overview.TeamToday today, List<StaffMember> onDuty) {
    Map<String, Long> inHand = new TreeMap<>();
    today.inHand().forEach((account, count) -> inHand.put(desk.nameOf(account), count));
    return new TeamState(
        organisations.team(today.team()).map(Team::name).orElse(today.team()),
        today,
        onDuty.stream()
            .filter(member -> member.teams().contains(today.team()))
            .map(StaffMember::displayName)
            .sorted()
            .toList(),
        inHand);
  }

  /// What must be put right, newest first.
  public List<QualityReview.Correction> corrections(StaffMember who) {
    audit.write(who, AuditAction.LIST);
    return reviews.corrections(team -> organisations.maySee(who, team));
  }

  /// Keeps what somebody thinks of an answer of the service.
  ///
  /// @throws org.springframework.web.ErrorResponseException 403 for anybody but a supervisor, 404
  ///   if there is no such answer for them
  public void judge(
      StaffMember who, String conversation, long line, boolean isGood, String reason) {
    if (!who.is(Role.SUPERVISOR)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Only a supervisor judges answers.");
    }
    ConversationSummary summary = desk.visible(who, conversation);
    audit.write(who, AuditAction.REVIEW, conversation, summary.team());
    String words = reason.strip();
    String kept = words.substring(0, Math.min(words.length(), MOST_OF_A_REASON));
    if (!reviews.judge(conversation, line, isGood, kept, who.name())) {
      throw Problems.notFound("There is no answer of the service in that line.");
    }
  }

  /// What was thought of the answers in one conversation, by their lines.
  public Map<Long, QualityReview.Verdict> verdicts(String conversation) {
    return reviews.of(conversation);
  }

  /// It has been put right.
  public void settle(StaffMember who, String conversation, long line) {
    ConversationSummary summary = desk.visible(who, conversation);
    audit.write(who, AuditAction.REVIEW, conversation, summary.team());
    reviews.settle(conversation, line);
  }
}
