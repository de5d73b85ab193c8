package org.carersignpost.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.carersignpost.ApplicationTest;
import org.carersignpost.console.ConsoleBrowser;
import org.carersignpost.conversation.AnswerDeliveries;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.MessageView;
import org.carersignpost.conversation.TestCallers;
import org.carersignpost.conversation.TestCarers;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.handoff.LiveCalls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class ConsolePagesTests {
  @LocalServerPort private int port;
  @Autowired private Conversations conversations;
  @Autowired private AnswerDeliveries answers;
  @Autowired private LiveCalls calls;
  @Autowired private ApplicationContext context;

  private ConsoleBrowser browser;

  @BeforeEach
  void open() throws Exception {
    browser = new ConsoleBrowser(port);
  }

  private String says(String number, String id, String words) {
    return TestCarers.says(conversations, id, number, words);
  }

  private void logIn() throws Exception {
    browser.logIn("admin", "password-of-the-tests");
  }

  @Test
  void withoutALoginTheConsoleAsksForOne() throws Exception {
    assertThat(browser.get("/console").body())
        .contains("Log in")
        .doesNotContain("Nobody is waiting");
  }

  @Test
  void aWrongPasswordIsToldKindly() throws Exception {
    assertThat(browser.logIn("admin", "wrong").body()).contains("do not fit together");
  }

  @Test
  void whoeverLogsInReadsWhatWasSaidAndNothingRunsInIt() throws Exception {
    String id =
        says(
            "+447700900952",
            "SMpages1",
            "<script>alert(1)</script> can i talk to a person about mums dementia");

    logIn();
    assertThat(browser.get("/console").body()).contains("Asked for a person", "Log out");
    assertThat(browser.get("/console/conversations/" + id).body())
        .contains("&lt;script&gt;", "mums dementia", "Mobile ending 952")
        .doesNotContain("<script>alert");
    assertThat(browser.get("/console/conversations/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void theQueueSaysWhyPeopleWaitAndPutsDangerFirst() throws Exception {
    String asks = says("+447700900940", "SMpages2", "can i talk to a person please");
    String danger = says("+447700900941", "SMpages3", "i want to kill myself tonight");

    logIn();
    String page = browser.get("/console").body();
    assertThat(page).contains("Crisis", "Danger: thoughts of suicide", "Asked for a person");
    assertThat(page.indexOf("row-" + danger)).isPositive().isLessThan(page.indexOf("row-" + asks));
  }

  @Test
  void whoIsOnThePhoneStandsAboveTheQueueAndOnTheirConversation() throws Exception {
    // In danger, so that the row is on the first page however many wait.
    String waits = says("+447700900864", "SMphone1", "i want to kill myself tonight");
    String talks = says("+447700900865", "SMphone2", "can i talk to a person please");
    calls.seen("CAphone1", waits, 0);
    calls.waits("CAphone1", "carers", Priority.URGENT);
    calls.seen("CAphone2", talks, 0);
    calls.waits("CAphone2", "carers", Priority.NORMAL);
    calls.take("CAphone2", "admin");
    try {
      logIn();
      String page = browser.get("/console").body();
      assertThat(page)
          .contains("On the phone now", "Caller ending 864", "waits since", "talks with")
          .containsPattern("row-" + waits + "[^§]*Waiting on the phone");
      assertThat(browser.get("/console/conversations/" + talks).body())
          .contains("On the phone with admin");
      calls.ended("CAphone1");
      // A step that is told late does not bring a call back.
      calls.seen("CAphone1", waits, 0);
      assertThat(browser.get("/console").body()).doesNotContain("Caller ending 864");
    } finally {
      calls.ended("CAphone1");
      calls.ended("CAphone2");
    }
    assertThat(browser.get("/console").body()).doesNotContain("On the phone now");
  }

  @Test
  void whoWantsToBeRungBackSaysWhen() throws Exception {
    String id =
        TestCallers.rings(conversations, "CAphone3", "+447700900866")
            .wantsToBeRungBack("weekday mornings")
            .hangsUp()
            .conversation();
    logIn();
    assertThat(browser.get("/console").body())
        .contains("Wants to be rung back", "Ring back: weekday mornings");
    assertThat(browser.get("/console/conversations/" + id).body())
        .contains(
            "Wants to be rung back: weekday mornings.",
            "Rang us",
            "The call ended",
            "Nobody came to the phone");
  }

  @Test
  void aMessageIsHeardByThoseWhoMaySeeItUntilItsTimeIsUp() throws Exception {
    String id =
        TestCallers.rings(conversations, "CAphone4", "+447700900867")
            .leavesMessage("RE4711", 12)
            .conversation();
    String sound = "/console/conversations/" + id + "/recordings/RE4711";
    assertThat(browser.get(sound).body()).contains("Log in");
    logIn();
    assertThat(browser.get("/console/conversations/" + id).body())
        .contains("Left a message of 12 seconds", "The message is being fetched")
        .doesNotContain("<audio");
    assertThat(browser.get(sound).statusCode()).isEqualTo(404);

    TestCallers.keepsMessage(context, id, "RE4711");
    assertThat(browser.get("/console/conversations/" + id).body())
        .contains("src=\"" + sound + "\"")
        .doesNotContain("The message is being fetched");
    HttpResponse<String> heard = browser.get(sound);
    assertThat(heard.body()).isEqualTo("RE4711");
    assertThat(heard.headers().map())
        .containsEntry("Content-Type", List.of("audio/x-wav"))
        .containsEntry("Cache-Control", List.of("no-store"))
        .containsEntry("Content-Disposition", List.of("inline"))
        .containsEntry("X-Content-Type-Options", List.of("nosniff"));
    assertThat(browser.get(sound.replace(id, "nobody")).statusCode()).isEqualTo(404);
    assertThat(browser.get("/console/audit?about=" + id).body()).contains("listened to a message");
  }

  @Test
  void whatACallerAskedToHaveAsATextIsATextOfTheService() throws Exception {
    String id =
        TestCallers.rings(conversations, "CAphone5", "+447700900873")
            .says("i need a break from caring in winchester")
            .presses("3")
            .presses("1")
            .hangsUp()
            .conversation();
    List<MessageView> texts =
        conversations.view(id).orElseThrow().messages().stream()
            .filter(message -> message.outgoing().isPresent())
            .toList();
    assertThat(texts)
        .isNotEmpty()
        .allSatisfy(text -> {
          assertThat(text.from()).isEqualTo("bot");
          assertThat(text.by()).contains("service");
          assertThat(text.delivery()).isPresent();
        });
    logIn();
    assertThat(browser.get("/console/conversations/" + id).body())
        .containsPattern(
            "id=\"line-"
                + texts.getFirst().line()
                + "\" class=\"line line-bot\"[^§]*>Service<[^§]*"
                + "class=\"delivery");
  }

  @Test
  void whatWeUnderstoodAndWhatWasOfferedIsToldInNames() throws Exception {
    String id =
        says(
            "+447700900942",
            "SMpages4",
            "I look after my mum who has dementia in Alton and need a break");

    logIn();
    assertThat(browser.get("/console/conversations/" + id).body())
        .contains(
            "What we understood",
            "Alton",
            "Mother",
            "Living with",
            "Was offered",
            "services from the directory")
        .doesNotContain("find_");
  }

  @Test
  void aWholeNumberIsFoundHoweverItIsWritten() throws Exception {
    String id = says("+447700900943", "SMpages5", "hello");

    logIn();
    browser.get("/console?list=search");
    assertThat(browser.submit("/console/search", "words", "(07700) 900 943").uri().getPath())
        .isEqualTo("/console/conversations/" + id);
    browser.get("/console?list=search");
    assertThat(browser.submit("/console/search", "words", "900943").body())
        .contains("Give the whole number");
    assertThat(browser.submit("/console/search", "words", "07700900919").body())
        .contains("no conversation with that number", "value=\"07700900919\"");
  }

  @Test
  void whatWasSaidIsFoundByItsWordsTopicAndPlace() throws Exception {
    String id = says("+447700900922", "SMpages6", "mum has dementia, her zigzagging exhausts me");
    says("+447700900922", "SMpages7", "alton");

    logIn();
    browser.get("/console?list=search");
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(browser.submit("/console/search", "words", "zigzagging").body())
                .contains("One conversation", "/console/conversations/" + id)
                .containsPattern("Carer: </span>[^§]*<mark>zigzagging</mark>"));
    assertThat(
            browser
                .submit("/console/search", "words", "", "topic", "dementia", "place", "Alton")
                .body())
        .contains("/console/conversations/" + id);
    assertThat(
            browser
                .submit(
                    "/console/search", "words", "zigzagging", "topic", "dementia", "place", "Fleet")
                .body())
        .contains("Nothing was found.")
        .doesNotContain("/console/conversations/" + id);
    assertThat(browser.submit("/console/search", "words", " ").body())
        .contains("Write what you look for");
    assertThat(browser.get("/console/audit?about=" + id).body())
        .contains("found and saw words of a conversation");
  }

  @Test
  void anAnswerThatDidNotArriveSaysSoAndWhatToDo() throws Exception {
    String id = says("+447700900920", "SMpages8", "i need a break");
    answers.reported(
        "+447700900920", new MessageId("SMpages8"), 0, "undelivered", Optional.of(30003));

    logIn();
    assertThat(browser.get("/console/conversations/" + id).body())
        .contains("Did not arrive", "off or without signal")
        .doesNotContain("/send-again");
  }

  @Test
  void whatIsNotThereIsSaidOnAPage() throws Exception {
    logIn();
    assertThat(browser.get("/console/conversations/nobody").statusCode()).isEqualTo(404);
    assertThat(browser.get("/console/conversations/nobody").body())
        .contains("There is nothing here for you", "Back to the conversations", "Log out");
    assertThat(browser.get("/console?page=abc").statusCode()).isEqualTo(400);
    assertThat(browser.get("/console?page=abc").body()).contains("That cannot be shown");
    assertThat(browser.get("/console/search").body()).contains("Words that were said");
  }

  @Test
  void everyListIsOpen() throws Exception {
    logIn();
    for (Tab tab : Tab.values()) {
      assertThat(browser.get("/console?list=" + tab.id()).statusCode()).as(tab.id()).isEqualTo(200);
      assertThat(browser.get("/console/list?list=" + tab.id()).body())
          .as(tab.id())
          .contains("id=\"list\"")
          .doesNotContain("<body");
    }
    assertThat(browser.get("/console?list=nonsense&page=-3").body()).contains("id=\"list\"");
  }

  @Test
  void textsThatArrivedNeedNobody() throws Exception {
    logIn();
    assertThat(browser.get("/console/texts").body()).contains("Every text has gone");
  }
}
