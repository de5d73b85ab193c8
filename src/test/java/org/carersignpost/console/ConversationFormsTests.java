package org.carersignpost.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.carersignpost.ApplicationTest;
import org.carersignpost.conversation.ConversationView;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.MessageView;
import org.carersignpost.conversation.StaffConversations;
import org.carersignpost.conversation.TestCarers;
import org.carersignpost.dialogue.StaffAction;
import org.carersignpost.handoff.LiveCalls;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.TestAccounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The forms of a conversation as a browser without scripts sends them.
@ApplicationTest
class ConversationFormsTests {
  private static final String PASSWORD = "a password for the forms";

  @LocalServerPort private int port;
  @Autowired private Conversations conversations;
  @Autowired private StaffConversations staff;
  @Autowired private LiveCalls calls;
  @Autowired private ApplicationContext context;

  private ConsoleBrowser ann;
  private ConsoleBrowser bob;

  @BeforeEach
  void logIn() throws Exception {
    TestAccounts.add(context, "ann", "Ann Archer", Role.STAFF, "partnership", PASSWORD);
    TestAccounts.add(context, "bob", "Bob Baker", Role.SUPERVISOR, "partnership", PASSWORD);
    ann = new ConsoleBrowser(port);
    ann.logIn("ann", PASSWORD);
    bob = new ConsoleBrowser(port);
    bob.logIn("bob", PASSWORD);
  }

  private String says(String number, String id, String words) {
    return TestCarers.says(conversations, id, number, words);
  }

  private static String page(String id) {
    return "/console/conversations/" + id;
  }

  private ConversationView view(String id) {
    return conversations.view(id).orElseThrow();
  }

  private List<String> textsOfStaff(String id) {
    return view(id).messages().stream()
        .filter(message -> message.from().equals("staff"))
        .map(MessageView::text)
        .toList();
  }

  @Test
  void aCarerIsTakenAnsweredAndClosed() throws Exception {
    String id = says("+447700900944", "SMforms1", "can i talk to a person please");
    ann.get(page(id));
    assertThat(ann.submit("/take").body())
        .contains("You have this conversation now.", "With you", "You took this conversation");

    HttpResponse<String> sent =
        ann.submit("/reply", "text", "Hello, this is Ann.\r\nHow can I help?");
    assertThat(sent.uri().toString()).contains("done=reply").doesNotContain("Hello");
    assertThat(sent.body()).contains("Sent.", "How can I help?");
    assertThat(textsOfStaff(id)).containsExactly("Hello, this is Ann.\nHow can I help?");

    assertThat(ann.submit("/close", "outcome", "").body()).contains("Choose how it ended.");
    assertThat(ann.submit("/close", "outcome", "signposted", "topics", "dementia").body())
        .contains("You closed it: signposted to a service");
    assertThat(view(id).state()).isEqualTo("closed");
    assertThat(view(id).topics()).containsExactly("dementia");
  }

  @Test
  void theSameFormTwiceIsDoneOnceAndWithOtherWordsAgain() throws Exception {
    String id = says("+447700900945", "SMforms2", "can i talk to a person please");
    ann.get(page(id));
    ann.submit("/take");
    ann.get(page(id));
    assertThat(ann.submitByScript("/reply", "text", "one").statusCode()).isEqualTo(200);
    assertThat(ann.submitByScript("/reply", "text", "one").statusCode()).isEqualTo(200);
    assertThat(ann.submitByScript("/reply", "text", "two").body()).contains("Sent.");
    assertThat(textsOfStaff(id)).containsExactly("one", "two");
  }

  @Test
  void onlyASupervisorJudgesTheServicesAnswers() throws Exception {
    String id = says("+447700900921", "SMforms0", "can i talk to a person please");
    assertThat(ann.get(page(id)).body()).doesNotContain("Was this right?");
    assertThat(bob.get(page(id)).body()).contains("Was this right?");
    assertThat(bob.submit("/review", "good", "false").statusCode()).isEqualTo(400);
    bob.get(page(id));
    assertThat(bob.submit("/review", "good", "false", "reason", "too long").body())
        .contains("Not right, says Bob Baker: too long");
    assertThat(bob.get("/console/reviews").body()).contains("too long", "can i talk to a person");
    // The form of somebody else's page, sent by her.
    ann.get(page(id));
    ann.submit("/take");
    assertThat(ann.submitElsewhere("/release", "/review", "line", "2", "good", "true").statusCode())
        .isEqualTo(403);
  }

  @Test
  void whatIsRefusedKeepsItsWordsAndSaysWhy() throws Exception {
    String id = says("+447700900946", "SMforms3", "can i talk to a person please");
    ann.get(page(id));
    ann.submit("/take");
    ann.get(page(id));
    says("+447700900946", "SMforms4", "sorry one more thing");
    HttpResponse<String> unseen = ann.submit("/reply", "text", "My long answer");
    assertThat(unseen.statusCode()).isEqualTo(409);
    assertThat(unseen.body())
        .contains("The carer has written again", ">My long answer</textarea>", "one more thing");
    assertThat(textsOfStaff(id)).isEmpty();
    assertThat(ann.submit("/reply", "text", "My long answer").body()).contains("Sent.");
    assertThat(textsOfStaff(id)).containsExactly("My long answer");

    assertThat(ann.submit("/reply", "text", " ").body()).contains("A text needs words.");
    assertThat(ann.submit("/reply", "text", "x", "later", "tomorrow").body())
        .contains("Give day and time");
    assertThat(ann.submit("/reply", "text", "see you", "later", "2026-03-01T09:00").body())
        .contains("That moment has passed, so nothing was sent.");
    assertThat(textsOfStaff(id)).containsExactly("My long answer");
    assertThat(ann.submit("/reply", "text", "see you", "later", "2026-03-03T09:00").body())
        .contains("Kept, to be sent later.", "still to be sent on Tuesday 3 March, 09:00");
    assertThat(ann.submit("/reply", "text", "see you", "later", "2026-06-03T09:00").body())
        .contains("at most 30 days", ">see you</textarea>", "value=\"2026-06-03T09:00\"");
    assertThat(ann.submit("/pass", "text", "please look").body())
        .contains("Choose to whom it goes.", ">please look</textarea>");
  }

  @Test
  void notesAreForStaffOnlyWhoeverHasTheConversation() throws Exception {
    String id = says("+447700900947", "SMforms5", "can i talk to a person please");
    bob.get(page(id));
    assertThat(bob.submit("/note", "text", "I know her").body())
        .contains("Note kept. Only staff see it.", "Note by", "I know her");
    assertThat(view(id).notes()).hasSize(1);
    assertThat(textsOfStaff(id)).isEmpty();
    assertThat(view(id).state()).isEqualTo("waiting");
  }

  @Test
  void whoeverComesSecondSeesWhoHasItAndASupervisorTakesOver() throws Exception {
    String id = says("+447700900948", "SMforms6", "can i talk to a person please");
    ann.get(page(id));
    bob.get(page(id));
    ann.submit("/take");
    assertThat(bob.submit("/take").body())
        .contains("Ann Archer has this conversation.", "With Ann Archer");
    assertThat(bob.get("/console?list=teams").body()).contains("with Ann Archer");
    bob.get(page(id));
    assertThat(bob.submit("/take-over").body()).contains("With you");
    assertThat(ann.get(page(id)).body())
        .contains("With Bob Baker", "Bob Baker took this conversation")
        .doesNotContain("/take-over", "/reply");
  }

  private void annCanBeRung() throws Exception {
    ann.get("/account");
    ann.submit("/account/phone", "phone", "07700 900801");
  }

  @Test
  void theCarerIsRungByWayOfOnesOwnPhone() throws Exception {
    String id = says("+447700900860", "SMforms8", "can i talk to a person please");
    assertThat(bob.get(page(id)).body())
        .contains("You have no phone for calls yet.", "Say where calls ring you");
    assertThat(bob.submitByScript("/ring").statusCode()).isEqualTo(422);

    annCanBeRung();
    assertThat(ann.get(page(id)).body()).doesNotContain("id=\"ring-why\"");
    assertThat(ann.submit("/ring").body())
        .contains("Your phone rings now. Press 1 to ring the carer; they see our number.");
    // Until she presses 1 she has nothing, and a colleague may still take it.
    assertThat(view(id).owner()).isEmpty();
    bob.get(page(id));
    bob.submit("/take");
    assertThat(ann.get(page(id)).body())
        .contains("Bob Baker has this conversation, so only they can ring.");
    assertThat(ann.submitByScript("/ring").statusCode()).isEqualTo(409);
    assertThat(bob.get("/console/audit?about=" + id).body())
        .contains("talked with a carer on the phone");
  }

  @Test
  void theSameFormRingsOnceAndOnesOwnPhoneIsNeverBothEnds() throws Exception {
    annCanBeRung();
    String id = says("+447700900862", "SMforms9", "can i talk to a person please");
    ann.get(page(id));
    assertThat(ann.submitByScript("/ring").statusCode()).isEqualTo(200);
    assertThat(ann.submitByScript("/ring").statusCode()).isEqualTo(200);
    assertThat(calls.legs("out-" + id)).hasSize(1);
    ann.get(page(id));
    ann.submitByScript("/ring");
    assertThat(calls.legs("out-" + id)).hasSize(2);

    String own = says("+447700900801", "SMforms10", "can i talk to a person please");
    ann.get(page(own));
    assertThat(ann.submit("/ring").body()).contains("That is the number of your own phone.");
    assertThat(calls.legs("out-" + own)).isEmpty();
  }

  @Test
  void whoeverTalkedWithACarerIsAskedForANote() throws Exception {
    String id = says("+447700900863", "SMforms11", "can i talk to a person please");
    staff.act(
        new StaffConversations.Wish(
            id,
            "request-of-ann",
            "ann",
            false,
            Optional.empty(),
            new StaffAction.TalkByPhone(true)));
    assertThat(ann.get(page(id)).body())
        .contains("You rang the carer", "With you", "How was the call?");
    assertThat(bob.get(page(id)).body())
        .contains("Ann Archer rang the carer")
        .doesNotContain("How was the call?");
    ann.get(page(id));
    assertThat(ann.submit("/note", "text", "She sounds well").body())
        .contains("She sounds well")
        .doesNotContain("How was the call?");
  }

  @Test
  void aConversationIsPassedOnWithANotePutBackAndHandedBack() throws Exception {
    String id = says("+447700900949", "SMforms7", "can i talk to a person please");
    ann.get(page(id));
    ann.submit("/take");
    ann.get(page(id));
    assertThat(ann.submit("/release").body())
        .contains("Put back in the queue.", "You put it back in the queue");
    assertThat(ann.submit("/pass", "to", "team:young-carers", "text", "She is 15").body())
        .contains("Passed on.");
    ConversationView passed = view(id);
    assertThat(passed.team()).contains("young-carers");
    assertThat(passed.notes().getFirst().text()).isEqualTo("She is 15");
    // Ann is not of that team, so the conversation is not there for her any more.
    assertThat(ann.get(page(id)).statusCode()).isEqualTo(404);

    bob.get(page(id));
    bob.submit("/take");
    bob.get(page(id));
    assertThat(bob.submit("/hand-back", "text", "The service answers you again.").body())
        .contains("The service answers again.");
    assertThat(view(id).state()).isEqualTo("bot");
    assertThat(textsOfStaff(id)).containsExactly("The service answers you again.");
  }
}
