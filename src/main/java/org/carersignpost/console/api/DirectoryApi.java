package org.carersignpost.console.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.console.Problems;
import org.carersignpost.console.desk.StaffDesk;
import org.carersignpost.conversation.ServiceFinder;
import org.carersignpost.staff.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What staff put into their texts: services of the directory, and sentences that are often needed.
@RestController
@RequestMapping("/api/v1")
public class DirectoryApi {
  private static final int MOST = 10;

  private final StaffDesk desk;
  private final ServiceFinder services;

  DirectoryApi(StaffDesk desk, ServiceFinder services) {
    this.desk = desk;
    this.services = services;
  }

  /// A sentence that is often needed.
  ///
  /// @param name says which
  /// @param text with what is known filled in; what is not stays in braces
  public record Reply(String name, String text) {}

  /// The services that fit some words, in the very order in which a carer would get them; without
  /// words those that fit what a conversation has been about.
  ///
  /// @param explain whether to show of what each one's score is made
  @GetMapping("/directory")
  List<ServiceFinder.Found> find(
      @AuthenticationPrincipal StaffMember who,
      @RequestParam(name = "q", defaultValue = "") String words,
      @RequestParam("conversation") Optional<String> conversation,
      @RequestParam(defaultValue = "5") int size,
      @RequestParam(defaultValue = "false") boolean explain) {
    if (words.isBlank() && conversation.isEmpty()) {
      throw Problems.badRequest("q says what is looked for, or conversation for whom.");
    }
    if (size < 1 || size > MOST) {
      throw Problems.badRequest("size is 1 to " + MOST + ".");
    }
    conversation.ifPresent(id -> desk.visible(who, id));
    List<ServiceFinder.Found> found = services.find(words, conversation, size);
    return explain ? found : found.stream().map(ServiceFinder.Found::withoutScore).toList();
  }

  /// The sentences, filled in for a conversation if one is named.
  @GetMapping("/replies")
  List<Reply> replies(
      @AuthenticationPrincipal StaffMember who,
      @RequestParam("conversation") Optional<String> conversation) {
    Map<String, String> texts = desk.replies(who, conversation);
    return texts.entrySet().stream()
        .map(reply -> new Reply(reply.getKey().replace('_', ' '), reply.getValue()))
        .toList();
  }
}
