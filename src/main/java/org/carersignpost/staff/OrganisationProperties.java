package org.carersignpost.staff;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The organisations as an operator writes them under `signpost.organisations`. The teams' hours,
/// which stand beside, are read by whoever needs them.
///
/// @param organisations at least one
@ConfigurationProperties("signpost")
record OrganisationProperties(@DefaultValue List<OrganisationEntry> organisations) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /// One organisation.
  record OrganisationEntry(String id, String name, @DefaultValue List<TeamEntry> teams) {
    private Organisation organisation() {
      require(ID, id, "organisation's id");
      return new Organisation(id, name, teams.stream().map(team -> team.team(id)).toList());
    }
  }

  /// One team.
  record TeamEntry(
      String id,
      String name,
      @DefaultValue("false") boolean shared,
      @DefaultValue("false") boolean apart,
      @DefaultValue("false") boolean youngCarers,
      @DefaultValue List<String> areas,
      @DefaultValue List<String> topics,
      @DefaultValue("") String dutyPhone) {
    private Team team(String organisation) {
      require(ID, id, "team's id");
      String phone = dutyPhone.replace(" ", "");
      if (!phone.isEmpty()) {
        require(E164, phone, "duty-phone");
      }
      return new Team(
          id,
          name,
          organisation,
          shared,
          apart,
          youngCarers,
          areas,
          topics,
          Optional.of(phone).filter(number -> !number.isEmpty()));
    }
  }

  /// The organisations, checked.
  ///
  /// @throws IllegalArgumentException naming what is wrong
  Organisations checked() {
    return new Organisations(organisations.stream().map(OrganisationEntry::organisation).toList());
  }

  private static void require(Pattern form, String value, String what) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "The %s under signpost.organisations cannot be '%s'".formatted(what, value));
    }
  }
}
