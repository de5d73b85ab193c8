package org.carersignpost.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.carersignpost.ApplicationTest;
import org.carersignpost.TestClock;
import org.carersignpost.channel.Web;
import org.carersignpost.channel.twilio.FormEncoding;
import org.carersignpost.channel.twilio.TwilioSignatures;
import org.carersignpost.channel.voice.CallScript;
import org.carersignpost.channel.voice.CoreLine;
import org.carersignpost.channel.voice.TestPhone;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Plays every call for which nobody needs to be on duty through the whole service, stored and read
/// back between the steps: each document is the very one that the core makes.
@ApplicationTest
class ApplicationCallTranscriptTests {
  private static final int FEWEST_CALLS = 60;
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final AtomicInteger CALLERS = new AtomicInteger();

  @LocalServerPort private int port;
  @Autowired private TestClock clock;
  @Autowired private TwilioSignatures signatures;

  private static List<Path> files() {
    return CallScript.files().stream().filter(file -> isAlone(CallScript.readable(file))).toList();
  }

  private static boolean isAlone(CallScript script) {
    return !script.has("phones on duty")
        && !script.has("duty phone only")
        && !script.has("nothing can be stored");
  }

  @Test
  void mostCallsNeedNobody() {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(FEWEST_CALLS);
  }

  @TestFactory
  Stream<DynamicTest> everyCallIsHeardAsByTheCore() {
    return files().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString().replace(".txt", "").replace('-', ' '),
                () -> play(CallScript.readable(file))));
  }

  private void play(CallScript script) {
    int caller = CALLERS.incrementAndGet();
    // Every script has a caller of its own, so that none remembers another.
    String from = script.from().replaceFirst("\\d{3}$", Integer.toString(300 + caller));
    CoreLine core = new CoreLine().at(script.at());
    set(script.at());
    List<TestPhone> ofCore = new ArrayList<>();
    List<TestPhone> ofService = new ArrayList<>();
    for (CallScript.Step step : script.steps()) {
      if (step.caller().startsWith("later: ")) {
        LocalDateTime later = CallScript.time(step.caller().substring("later: ".length()));
        core.at(later);
        set(later);
        continue;
      }
      if (step.caller().equals("caller rings")) {
        String call = "CAscript" + caller + "x" + ofCore.size();
        ofCore.add(TestPhone.rings(core, call, from));
        ofService.add(TestPhone.rings(this::post, call, from));
      } else {
        CallScript.act(ofCore.getLast(), step.caller());
        CallScript.act(ofService.getLast(), step.caller());
      }
      assertThat(ofService.getLast().twiml()).as(step.caller()).isEqualTo(ofCore.getLast().twiml());
    }
  }

  private void set(LocalDateTime local) {
    clock.set(local.atZone(ZONE).toInstant());
  }

  private String post(String path, Map<String, String> form) {
    return Web.send(
            HttpRequest.newBuilder(Web.uri(port, path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signatures.sign(path, form))
                .POST(HttpRequest.BodyPublishers.ofString(FormEncoding.encode(form))))
        .body();
  }
}
