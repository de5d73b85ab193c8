package org.carersignpost.console;

import java.util.Optional;
import org.carersignpost.conversation.ConversationSummary;
import org.carersignpost.staff.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The lists of conversations, and the search for one.
@Controller
class QueuePages {
  private final ConsolePages pages;
  private final StaffDesk desk;

  QueuePages(ConsolePages pages, StaffDesk desk) {
    this.pages = pages;
    this.desk = desk;
  }

  @GetMapping("/console")
  String list(
      @AuthenticationPrincipal StaffMember who,
      @RequestParam(defaultValue = "waiting") String list,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam Optional<String> done,
      Model model) {
    pages.list(model, who, new ConsolePages.Beside(list, page));
    done.flatMap(ConversationForms::said).ifPresent(said -> model.addAttribute("said", said));
    return ConsolePages.PAGE;
  }

  /// The list alone, for a page that renews it.
  @GetMapping("/console/list")
  String listAlone(
      @AuthenticationPrincipal StaffMember who,
      @RequestParam(defaultValue = "waiting") String list,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "") String open,
      Model model) {
    pages.list(model, who, new ConsolePages.Beside(list, page));
    model.addAttribute("openId", open);
    return ConsolePages.PAGE + " :: list";
  }

  /// Finds the conversation of a number, which stands in the form and never in an address.
  @PostMapping("/console/search")
  String search(
      @AuthenticationPrincipal StaffMember who,
      @RequestParam(defaultValue = "") String number,
      Model model) {
    Optional<String> whole = CarerNumber.e164(number);
    Optional<ConversationSummary> found = whole.flatMap(e164 -> desk.byNumber(who, e164));
    if (found.isPresent()) {
      return "redirect:/console/conversations/" + found.get().id() + "?list=search";
    }
    pages.list(model, who, new ConsolePages.Beside(Tab.SEARCH.id(), 0));
    model.addAttribute("number", number);
    model.addAttribute(
        "notFound",
        whole.isPresent()
            ? "There is no conversation with that number that you may see."
            : "Give the whole number, such as 07700 900123.");
    return ConsolePages.PAGE;
  }
}
