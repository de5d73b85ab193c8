package org.carersignpost.handoff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carersignpost.dialogue.Phones;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.staff.DutyRoster;
import org.carersignpost.staff.Organisations;

/// Whom to ring when a caller asks for a person.
///
/// The people of the team that fits are rung, and where none of them is on duty those of the shared
/// team; a duty phone only in a crisis.
public final class TeamPhones {
  private final DutyRoster roster;
  private final Organisations organisations;
  private final Teams teams;
  private final String ourNumber;

  /// @param ourNumber the number that carers ring
  public TeamPhones(DutyRoster roster, Organisations organisations, Teams teams, String ourNumber) {
    this.roster = roster;
    this.organisations = organisations;
    this.teams = teams;
    this.ourNumber = ourNumber;
  }

  /// A phone that can be rung.
  ///
  /// @param who the account name of whoever it belongs to, or [LiveCalls#DUTY]
  /// @param number in E.164 form
  public record Phone(String who, String number) {
    /// Never its number.
    @Override
    public String toString() {
      return who;
    }
  }

  /// Whether anybody can be rung for a team.
  public Phones reach(String team) {
    return new Phones(!staff(team).isEmpty(), teams.dutyPhone(team).isPresent());
  }

  /// The phones to ring for a team, in a steady order.
  public List<Phone> phones(String team, Priority priority) {
    // Two who share a phone are rung once, and we never ring ourselves.
    Map<String, Phone> phones = new LinkedHashMap<>();
    staff(team).forEach(phone -> phones.putIfAbsent(phone.number(), phone));
    if (priority == Priority.CRISIS) {
      teams
          .dutyPhone(team)
          .ifPresent(number -> phones.putIfAbsent(number, new Phone(LiveCalls.DUTY, number)));
    }
    phones.remove(ourNumber);
    return List.copyOf(phones.values());
  }

  private List<Phone> staff(String team) {
    List<Phone> own = of(team);
    return own.isEmpty() ? of(organisations.shared().id()) : own;
  }

  private List<Phone> of(String team) {
    return roster.reachable(Set.of(team)).stream()
        .map(each -> new Phone(each.name(), each.phone()))
        .toList();
  }
}
