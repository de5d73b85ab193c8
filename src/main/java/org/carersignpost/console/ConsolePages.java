package org.carersignpost.console;

import java.time.ZoneId;
import java.util.Optional;
import org.carersignpost.conversation.ConversationView;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.knowledge.Knowledge;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/// The pages of staff: see who waits, read a conversation.
@Controller
class ConsolePages {
  private static final int ON_A_PAGE = 25;

  private final Conversations conversations;
  private final Knowledge knowledge;
  private final ZoneId zone;

  ConsolePages(
      Conversations conversations,
      Knowledge knowledge,
      @Value("${signpost.zone:Europe/London}") ZoneId zone) {
    this.conversations = conversations;
    this.knowledge = knowledge;
    this.zone = zone;
  }

  /// Topics are shown by their names.
  @ModelAttribute("directory")
  ServiceDirectory directory() {
    return knowledge.directory();
  }

  /// Times are shown as the clock on the wall has them.
  @ModelAttribute("zone")
  ZoneId zone() {
    return zone;
  }

  @GetMapping("/console")
  String list(
      @RequestParam(defaultValue = "waiting") String state,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    Optional<String> wanted = state.equals("all") ? Optional.empty() : Optional.of(state);
    var found = conversations.page(wanted, page, ON_A_PAGE);
    model.addAttribute("state", state);
    model.addAttribute("page", page);
    model.addAttribute("found", found);
    model.addAttribute("hasNext", (long) (page + 1) * ON_A_PAGE < found.total());
    return "console";
  }

  @GetMapping("/console/conversations/{id}")
  String view(@PathVariable String id, Model model) {
    ConversationView view =
        conversations.view(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("conversation", view);
    return "conversation";
  }

  @ExceptionHandler(DataAccessException.class)
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  String storeIsAway() {
    return "store-away";
  }
}
