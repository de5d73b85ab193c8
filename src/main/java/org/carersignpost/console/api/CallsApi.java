package org.carersignpost.console.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carersignpost.console.Sounds;
import org.carersignpost.console.desk.StaffCalls;
import org.carersignpost.staff.StaffMember;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The phone line, for the console and for programs of the partners.
@RestController
@RequestMapping("/api/v1")
public class CallsApi {
  private final StaffCalls calls;

  CallsApi(StaffCalls calls) {
    this.calls = calls;
  }

  /// What became of the wish to ring a carer.
  ///
  /// @param phone `ringing`, or `unknown`
  public record Ringing(String phone) {}

  @GetMapping("/calls")
  List<StaffCalls.Call> calls(@AuthenticationPrincipal StaffMember who) {
    return calls.visible(who);
  }

  @PostMapping("/conversations/{id}/call")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Ringing ring(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @RequestHeader(ConversationsApi.KEY) Optional<String> key) {
    StaffCalls.Ringing ringing = calls.ring(who, id, ConversationsApi.request(key, id, "call"));
    return new Ringing(ringing.name().toLowerCase(Locale.ROOT));
  }

  @GetMapping("/conversations/{id}/recordings/{recording}")
  ResponseEntity<Resource> recording(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @PathVariable String recording) {
    return Sounds.answer(calls.listen(who, id, recording));
  }
}
