package org.carersignpost.console.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.console.desk.StaffDesk;
import org.carersignpost.dialogue.Outcome;
import org.carersignpost.dialogue.StaffAction;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.staff.Organisation;
import org.carersignpost.staff.Organisations;
import org.carersignpost.staff.People;
import org.carersignpost.staff.StaffMember;
import org.carersignpost.staff.Team;
import org.springframework.stereotype.Component;

/// What can be chosen in the forms of a conversation, and what a choice means.
@Component
class Choices {
  private static final String PERSON = "person:";
  private static final String TEAM = "team:";
  private static final String ORGANISATION = "organisation:";

  private final StaffDesk desk;
  private final Organisations organisations;
  private final People people;
  private final Knowledge knowledge;

  Choices(StaffDesk desk, Organisations organisations, People people, Knowledge knowledge) {
    this.desk = desk;
    this.organisations = organisations;
    this.people = people;
    this.knowledge = knowledge;
  }

  OpenConversation.Choices of(StaffMember who, String id) {
    return new OpenConversation.Choices(
        topics(),
        recipients(who),
        outcomes(),
        desk.usualFarewell(),
        desk.draft(who, id).orElse(""));
  }

  /// The names of all topics by their ids, in the order of the names.
  Map<String, String> topics() {
    Map<String, String> topics = new LinkedHashMap<>();
    knowledge.topicNames().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(topic -> topics.put(topic.getKey(), topic.getValue()));
    return topics;
  }

  private Map<String, Map<String, String>> recipients(StaffMember who) {
    Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    Map<String, String> persons = new LinkedHashMap<>();
    people.colleagues(who).stream()
        .filter(each -> !each.name().equals(who.name()))
        .forEach(each -> persons.put(PERSON + each.name(), each.displayName()));
    if (!persons.isEmpty()) {
      groups.put("A person", persons);
    }
    Map<String, String> teams = new LinkedHashMap<>();
    organisations.teams().forEach(team -> teams.put(TEAM + team.id(), named(team)));
    groups.put("A team", teams);
    Map<String, String> others = new LinkedHashMap<>();
    organisations.all().stream()
        .filter(each -> !each.teams().isEmpty())
        .filter(each -> !Optional.of(each.id()).equals(who.organisation()))
        .forEach(each -> others.put(ORGANISATION + each.id(), each.name()));
    if (organisations.all().size() > 1) {
      groups.put("An organisation", others);
    }
    return groups;
  }

  private String named(Team team) {
    return organisations.all().size() == 1
        ? team.name()
        : organisations
            .organisation(team.organisation())
            .map(Organisation::name)
            .map(name -> team.name() + ", " + name)
            .orElse(team.name());
  }

  private static Map<String, String> outcomes() {
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome.id(), PlainWords.capital(PlainWords.outcome(outcome)));
    }
    return outcomes;
  }

  /// What passing to a chosen recipient means.
  ///
  /// @throws org.springframework.web.ErrorResponseException 400 if there is no such recipient
  StaffAction.Kind passing(String chosen) {
    return desk.passing(
        without(chosen, PERSON), without(chosen, TEAM), without(chosen, ORGANISATION));
  }

  private static Optional<String> without(String chosen, String beginning) {
    return chosen.startsWith(beginning)
        ? Optional.of(chosen.substring(beginning.length()))
        : Optional.empty();
  }
}
