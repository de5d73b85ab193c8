package org.carersignpost.console.page;

import java.util.List;
import java.util.Optional;
import org.carersignpost.console.Sounds;
import org.carersignpost.console.Wording;
import org.carersignpost.console.desk.StaffCalls;
import org.carersignpost.console.desk.StaffDesk;
import org.carersignpost.handoff.Lookers;
import org.carersignpost.staff.StaffMember;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// One conversation, with the list it was found in beside it.
@Controller
class ConversationPages {
  private final ConsolePages pages;
  private final StaffDesk desk;
  private final StaffCalls calls;

  ConversationPages(ConsolePages pages, StaffDesk desk, StaffCalls calls) {
    this.pages = pages;
    this.desk = desk;
    this.calls = calls;
  }

  /// Somebody else who looks.
  ///
  /// @param name as colleagues know them
  record Other(String name, boolean writing) {}

  @GetMapping("/console/conversations/{id}")
  String view(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @RequestParam(defaultValue = "waiting") String list,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam Optional<String> done,
      Model model) {
    ConsolePages.Beside beside = new ConsolePages.Beside(list, page);
    pages.conversation(model, who, id, beside, all);
    pages.list(model, who, beside);
    model.addAttribute("openId", id);
    done.flatMap(ConversationForms::said).ifPresent(said -> model.addAttribute("said", said));
    return ConsolePages.PAGE;
  }

  /// The conversation alone, for a page that opens or renews it.
  @GetMapping("/console/conversations/{id}/pane")
  String pane(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @RequestParam(defaultValue = "waiting") String list,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "false") boolean all,
      Model model) {
    pages.conversation(model, who, id, new ConsolePages.Beside(list, page), all);
    return "conversation :: pane";
  }

  /// A message that the carer left by voice.
  @GetMapping("/console/conversations/{id}/recordings/{recording}")
  ResponseEntity<Resource> recording(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @PathVariable String recording) {
    return Sounds.answer(calls.listen(who, id, recording));
  }

  /// Says that somebody looks, writes or has gone, and who else is there.
  @PostMapping("/console/conversations/{id}/looking")
  @ResponseBody
  List<Other> look(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @RequestParam String doing) {
    List<Lookers.Looker> others = desk.look(who, id, Wording.doing(doing));
    return others.stream()
        .map(other -> new Other(desk.nameOf(other.name()), other.isWriting()))
        .toList();
  }
}
