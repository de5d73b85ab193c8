package org.carersignpost.staff;

import java.util.List;

/// An organisation whose people work here.
///
/// @param id as it stands in the configuration and with accounts
/// @param name as people read it
/// @param teams its teams
public record Organisation(String id, String name, List<Team> teams) {

  public Organisation {
    teams = List.copyOf(teams);
  }
}
