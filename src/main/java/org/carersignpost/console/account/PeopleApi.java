package org.carersignpost.console.account;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.staff.Account;
import org.carersignpost.staff.NewPerson;
import org.carersignpost.staff.People;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.Rota;
import org.carersignpost.staff.StaffMember;
import org.carersignpost.staff.StaffPhone;
import org.carersignpost.staff.StaffRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The accounts of people, for admins who are logged in.
@RestController
@RequestMapping("/api/v1/people")
public class PeopleApi {
  private final People people;
  private final String publicUrl;

  PeopleApi(People people, @Value("${signpost.public-url}") String publicUrl) {
    this.people = people;
    this.publicUrl = publicUrl;
  }

  /// Somebody's account.
  ///
  /// @param role staff, supervisor or admin
  /// @param state invited, active or disabled
  /// @param phone for calls from carers, in E.164 form
  record Person(
      String name,
      String displayName,
      String role,
      String organisation,
      Set<String> teams,
      String state,
      boolean secondFactor,
      Optional<Instant> invitedUntil,
      Optional<Instant> lastLogin,
      List<Rota.Block> rota,
      Optional<String> phone) {
    static Person of(Account account) {
      return new Person(
          account.name(),
          account.displayName(),
          account.role().name().toLowerCase(Locale.ROOT),
          account.organisation(),
          account.teams(),
          account.state().name().toLowerCase(Locale.ROOT),
          account.hasSecondFactor(),
          account.invitedUntil(),
          account.lastLogin(),
          account.rota().blocks(),
          account.phone());
    }
  }

  public record All(List<Person> items, long total) {}

  /// @param link to be given to the person; shown once
  record Invited(Person person, String link) {}

  /// @param organisation may be left out by an admin of one
  record Invitation(
      @Nullable String name,
      @Nullable String displayName,
      @Nullable String role,
      @Nullable String organisation,
      @Nullable Set<@Nullable String> teams) {}

  /// What is left out stays as it is.
  ///
  /// @param phone empty to take it away
  public record Change(
      @Nullable String displayName,
      @Nullable String role,
      @Nullable Set<@Nullable String> teams,
      @Nullable List<Rota.Block> rota,
      @Nullable String phone) {}

  @GetMapping
  All list(@AuthenticationPrincipal StaffMember by) {
    List<Person> all = people.list(by).stream().map(Person::of).toList();
    return new All(all, all.size());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Invited invite(@AuthenticationPrincipal StaffMember by, @RequestBody Invitation invitation) {
    String name = orEmpty(invitation.name());
    return invited(
        people.invite(
            by,
            new NewPerson(
                name,
                invitation.displayName() == null ? name : invitation.displayName(),
                role(invitation.role() == null ? "staff" : invitation.role()),
                invitation.organisation() == null
                    ? by.organisation().orElse("")
                    : invitation.organisation(),
                invitation.teams() == null ? Set.of() : named(invitation.teams()))));
  }

  @GetMapping("/{name}")
  Person find(@AuthenticationPrincipal StaffMember by, @PathVariable String name) {
    return Person.of(people.find(by, name));
  }

  @PutMapping("/{name}")
  Person change(
      @AuthenticationPrincipal StaffMember by,
      @PathVariable String name,
      @RequestBody Change change) {
    Account before = people.find(by, name);
    Optional<Rota> rota = Optional.ofNullable(change.rota()).map(PeopleApi::rota);
    String typed = change.phone();
    Optional<StaffPhone> phone = typed == null ? Optional.empty() : StaffPhone.parse(typed);
    Account after =
        people.change(
            by,
            name,
            change.displayName() == null ? before.displayName() : change.displayName(),
            change.role() == null ? before.role() : role(change.role()),
            change.teams() == null ? before.teams() : named(change.teams()));
    Account timed = rota.map(next -> people.setRota(by, name, next)).orElse(after);
    return Person.of(typed == null ? timed : people.setPhone(by, name, phone));
  }

  @PostMapping("/{name}/disable")
  Person disable(@AuthenticationPrincipal StaffMember by, @PathVariable String name) {
    return Person.of(people.disable(by, name));
  }

  @PostMapping("/{name}/enable")
  Person enable(@AuthenticationPrincipal StaffMember by, @PathVariable String name) {
    return Person.of(people.enable(by, name));
  }

  /// Invites somebody again: their password is void.
  @PostMapping("/{name}/invitation")
  Invited inviteAgain(@AuthenticationPrincipal StaffMember by, @PathVariable String name) {
    return invited(people.inviteAgain(by, name));
  }

  @DeleteMapping("/{name}/second-factor")
  Person resetSecondFactor(@AuthenticationPrincipal StaffMember by, @PathVariable String name) {
    return Person.of(people.resetSecondFactor(by, name));
  }

  private Invited invited(People.Invited invited) {
    return new Invited(Person.of(invited.account()), publicUrl + "/invitation/" + invited.token());
  }

  static Role role(String name) {
    try {
      return Role.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw StaffRefusedException.because("role is one of staff, supervisor and admin.");
    }
  }

  private static Set<String> named(Set<@Nullable String> teams) {
    Set<String> named = new HashSet<>();
    for (String team : teams) {
      if (team == null) {
        throw StaffRefusedException.because("teams are ids of teams.");
      }
      named.add(team);
    }
    return named;
  }

  private static Rota rota(List<Rota.Block> blocks) {
    if (blocks.stream().anyMatch(Objects::isNull)) {
      throw StaffRefusedException.because("rota is a list of blocks.");
    }
    try {
      return new Rota(blocks);
    } catch (IllegalArgumentException e) {
      throw StaffRefusedException.because("A rota has at most 14 blocks.");
    }
  }

  private static String orEmpty(@Nullable String given) {
    return given == null ? "" : given;
  }
}
