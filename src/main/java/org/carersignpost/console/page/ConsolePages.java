package org.carersignpost.console.page;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carersignpost.console.Wait;
import org.carersignpost.console.desk.StaffCalls;
import org.carersignpost.console.desk.StaffDesk;
import org.carersignpost.conversation.Page;
import org.carersignpost.handoff.ChangeFeed;
import org.carersignpost.handoff.HandoffProperties;
import org.carersignpost.staff.Presence;
import org.carersignpost.staff.StaffMember;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the pages of the console have in common: a list, perhaps a conversation beside it, and what
/// the scripts of the page must know.
@Component
class ConsolePages {
  static final String PAGE = "console";

  private static final String MADE = "made";
  private static final String CALLS = "goingOn";

  private final StaffCalls calls;
  private final Lists lists;
  private final OpenConversations conversations;
  private final Choices choices;
  private final HandoffProperties handoff;
  private final ChangeFeed feed;
  private final Presence presence;
  private final Optional<String> pencePerSegment;
  private final ZoneId zone;
  private final Clock clock;

  ConsolePages(
      StaffCalls calls,
      Lists lists,
      OpenConversations conversations,
      Choices choices,
      HandoffProperties handoff,
      ChangeFeed feed,
      Presence presence,
      @Value("${signpost.console.pence-per-segment:}") String pencePerSegment,
      @Value("${signpost.zone:Europe/London}") ZoneId zone,
      Clock clock) {
    this.calls = calls;
    this.lists = lists;
    this.conversations = conversations;
    this.choices = choices;
    this.handoff = handoff;
    this.feed = feed;
    this.presence = presence;
    this.pencePerSegment = Optional.of(pencePerSegment).filter(pence -> !pence.isBlank());
    this.zone = zone;
    this.clock = clock;
  }

  /// Which list stands beside what is shown.
  ///
  /// @param list the id of its tab
  /// @param page from 0
  record Beside(String list, int page) {
    Beside {
      list = Tab.of(list).id();
      page = Math.max(page, 0);
    }
  }

  /// Puts a list into the model.
  void list(Model model, StaffMember who, Beside beside) {
    common(model, who);
    list(model, who, lists.page(who, Tab.of(beside.list), beside.page, goingOn(model)));
  }

  /// Puts what a search has found into the model.
  ///
  /// @param page from 0
  void found(Model model, StaffMember who, Page<StaffDesk.Found> found, int page) {
    common(model, who);
    list(model, who, lists.found(who, found, page, goingOn(model)));
    model.addAttribute("isFound", true);
  }

  private void list(Model model, StaffMember who, ListPage list) {
    model.addAttribute("lists", list);
    model.addAttribute("inTeams", !who.teams().isEmpty());
    model.addAttribute("topics", choices.topics());
    model.addAttribute("offDuty", !presence.isOnDuty(who.name()));
  }

  /// Puts a conversation into the model.
  ///
  /// @throws org.springframework.web.server.ResponseStatusException 404 if there is none that may
  ///   be seen
  void conversation(Model model, StaffMember who, String id, Beside beside, boolean all) {
    common(model, who);
    model.addAttribute("open", conversations.of(who, id, all, goingOn(model)));
    model.addAttribute("choices", choices.of(who, id));
    model.addAttribute("beside", beside);
    model.addAttribute("rendering", UUID.randomUUID().toString());
  }

  /// The calls are asked for once for a page; the page itself never shows them all.
  private List<StaffCalls.Call> goingOn(Model model) {
    if (model.getAttribute(CALLS) instanceof GoingOn known) {
      return known.calls;
    }
    GoingOn now = new GoingOn(calls.goingOn());
    model.addAttribute(CALLS, now);
    return now.calls;
  }

  private record GoingOn(List<StaffCalls.Call> calls) {}

  private void common(Model model, StaffMember who) {
    // Whatever is told after this place may not be on the page.
    if (!model.containsAttribute(MADE)) {
      model.addAttribute(MADE, feed.newest());
    }
    model.addAttribute("who", who);
    model.addAttribute("zone", zone);
    model.addAttribute("now", clock.instant());
    model.addAttribute("answerWithin", Wait.inWords(handoff.answerWithin()));
    pencePerSegment.ifPresent(pence -> model.addAttribute("pencePerSegment", pence));
  }
}
