package org.carersignpost.console.page;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carersignpost.console.desk.StaffDesk;
import org.carersignpost.conversation.ConversationQuery;
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

  /// For whoever comes back to the address that a search had.
  @GetMapping("/console/search")
  String searchAgain() {
    return "redirect:/console?list=search";
  }

  /// Finds conversations by a whole number, or by what was said. Neither ever stands in an address.
  @PostMapping("/console/search")
  String search(
      @AuthenticationPrincipal StaffMember who,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    Wanted wanted = new Wanted(words.strip(), topic, place.strip());
    model.addAttribute("wanted", wanted);
    Optional<String> number = CarerNumber.e164(wanted.words);
    Optional<String> id =
        number.flatMap(e164 -> desk.byNumber(who, e164)).map(ConversationSummary::id);
    if (id.isPresent()) {
      return "redirect:/console/conversations/" + id.get() + "?list=search";
    }
    Optional<String> problem =
        number.isPresent()
            ? Optional.of("There is no conversation with that number that you may see.")
            : wanted.problem();
    if (problem.isPresent()) {
      pages.list(model, who, new ConsolePages.Beside(Tab.SEARCH.id(), 0));
      model.addAttribute("searchProblem", problem.get());
    } else {
      int from = Math.max(page, 0);
      pages.found(model, who, desk.search(who, wanted.query(), from), from);
    }
    return ConsolePages.PAGE;
  }

  /// What somebody searches for.
  ///
  /// @param words words that were said, or the carer's whole number
  /// @param topic the id of a topic
  /// @param place a town, a postcode or a council area
  record Wanted(String words, String topic, String place) {
    private static final Pattern PART_OF_A_NUMBER = Pattern.compile("\\+?[\\d\\s]{4,}");

    private Optional<String> problem() {
      if (PART_OF_A_NUMBER.matcher(words).matches()) {
        return Optional.of("Give the whole number, such as 07700 900123.");
      }
      return words.isEmpty() && topic.isEmpty() && place.isEmpty()
          ? Optional.of("Write what you look for, or choose a topic.")
          : Optional.empty();
    }

    private ConversationQuery query() {
      return ConversationQuery.of(
          words,
          Optional.of(topic).filter(id -> !id.isEmpty()),
          Optional.of(place).filter(name -> !name.isEmpty()),
          Set.of());
    }
  }
}
