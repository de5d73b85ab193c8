package org.carersignpost.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carersignpost.dialogue.ContactNumber;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.dialogue.Spoken;
import org.carersignpost.knowledge.files.GuideRecord;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever editors write can be said by a voice, and is said as people say it.
class SpokenWordsTests {
  private static final KnowledgeBase BASE = KnowledgeBase.read(Path.of("knowledge-base"));
  private static final ForTheEar EAR = new ForTheEar(CoreLine.diction());
  private static final VoiceTwiml TWIML = new VoiceTwiml(CoreLine.diction(), CoreLine.PROPERTIES);
  private static final StepAddress NEXT = new StepAddress("CA1", 2);

  /// Ends of names on the web that nobody says with a full stop before them.
  private static final Pattern UNSPELT = Pattern.compile("\\p{L}[.@]\\p{L}|www|http");

  private static final Pattern NUMBER_IN_ONE =
      Pattern.compile("(?<![\\p{L}\\d:])(?:999|111|112|105|101|119|159|116123)(?!\\d)|\\d{5,}");

  private static final Map<String, String> SAMPLES =
      Map.ofEntries(
          Map.entry("address", "www.carers-hub.org.uk/get_help"),
          Map.entry("number", "0300 555 1386"),
          Map.entry("adults", "Hampshire Adults' Health and Care 0300 555 1386"),
          Map.entry("children", "Hampshire Children's Services 0300 555 1384"),
          Map.entry("line", "Carers' line 0300 555 1386"),
          Map.entry("areas", "Basingstoke and Deane or Test Valley"),
          Map.entry("place", "Whitchurch"),
          Map.entry("when", "tomorrow at 9.30am"),
          Map.entry("words", "Mon-Fri 9.30am-5pm"),
          Map.entry("label", "a break from caring"),
          Map.entry("topic", "a break from caring"),
          Map.entry("key", "1"),
          Map.entry("date", "2 March 2026"),
          Map.entry("minutes", "2"),
          Map.entry("times", "in the morning"),
          Map.entry("name", "Sam"),
          Map.entry("team", "the carers' team"));

  @Test
  void everyServiceIsSaidWell() {
    List<String> faults = new ArrayList<>();
    for (ServiceRecord service : BASE.services()) {
      collect(service.slug(), service.alternateName() + ". " + service.signpost().spoken(), faults);
      service.alert().ifPresent(alert -> collect(service.slug() + " alert", alert, faults));
    }

    assertThat(BASE.services()).hasSizeGreaterThan(100);
    assertThat(faults).isEmpty();
  }

  @Test
  void everyGuideIsSaidWell() {
    List<String> faults = new ArrayList<>();
    for (GuideRecord guide : BASE.guides()) {
      collect(guide.id(), guide.spoken(), faults);
    }

    assertThat(BASE.guides()).hasSizeGreaterThan(40);
    assertThat(faults).isEmpty();
  }

  @Test
  void everyPromptIsSaidWell() throws IOException {
    Map<String, String> prompts = speech();
    List<String> faults = new ArrayList<>();
    prompts.forEach((key, speech) -> collect(key, filled(speech), faults));

    assertThat(prompts).hasSizeGreaterThan(120);
    assertThat(faults).isEmpty();
  }

  @Test
  void everyNumberIsSaidDigitByDigitInGroups() {
    List<String> faults = new ArrayList<>();
    for (ServiceRecord service : BASE.services()) {
      Optional<Signpost> signpost =
          CoreLine.knowledge().directory().signpost(service.slug(), CoreLine.START);
      for (ContactNumber number : signpost.map(Signpost::numbers).orElse(List.of())) {
        String said = said("The number is " + number.number() + ".");
        boolean isWhole = said.replaceAll("\\D", "").equals(number.number().replaceAll("\\D", ""));
        boolean isOneByOne = Pattern.matches("[^\\d]*(?:\\d[ |.]*)+", said);
        boolean isLong = number.number().replaceAll("\\D", "").length() >= 9;
        if (!isWhole || !isOneByOne || (isLong && !said.contains("|"))) {
          faults.add(service.slug() + " " + number.number() + " is said " + said);
        }
      }
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void everyAddressIsSpelt() {
    List<String> faults = new ArrayList<>();
    for (ServiceRecord service : BASE.services()) {
      Stream.of(service.url(), service.email())
          .flatMap(Optional::stream)
          .map(address -> address.replaceFirst("^https?://", ""))
          .forEach(address ->
              collect(service.slug(), "You find it on the web at " + address + ".", faults));
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void addressWithANumberInItIsSpelt() {
    assertThat(said("See www.powercut105.com.")).isEqualTo("See powercut105 dot com.");
  }

  @Test
  void numberOfNoUsualKindIsSaidDigitByDigit() {
    assertThat(said("It is good to ring: not before 1530."))
        .isEqualTo("It is good to ring: not before 1 5 3 0.");
    assertThat(said("It is good to ring: 12345.")).isEqualTo("It is good to ring: 1 2 3 4 5.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      textBlock =
          """
          Ring 0300 555 1386.              = Ring | 0 3 0 0 | 5 5 5 | 1 3 8 6
          Ring 0808 2000 247 now.          = Ring | 0 8 0 8 | 2 0 0 0 | 2 4 7 | now.
          Ring 023 8083 3002.              = Ring | 0 2 3 | 8 0 8 3 | 3 0 0 2
          Ring 0800 1111.                  = Ring | 0 8 0 0 | 1 1 1 1
          Ring +44 1962 841841.            = Ring | 0 1 9 6 2 | 8 4 1 8 4 1
          The Samaritans are on 116 123.   = The Samaritans are on | 1 1 6 | 1 2 3
          In danger ring 999.              = In danger ring 9 9 9.
          Ring 111, and choose 2.          = Ring 1 1 1, and choose 2.
          It opens at 9.30am.              = It opens at 9:30am.
          Open Mon-Fri 9am-5pm.            = Open Mon to Fri 9am to 5pm.
          It is £76.75 a week.             = It is 76 pounds 75 a week.
          It costs £12.00 or £5.           = It costs 12 pounds or 5 pounds.
          Up to 25% off.                   = Up to 25 percent off.
          See www.carers-hub.org.uk/help.  = See carers dash hub dot org dot uk slash help
          See https://hants.gov.uk now.    = See hants dot gov dot uk now.
          Write to help_me@a-b.org.uk.     = Write to help underscore me at a dash b dot org dot uk.
          Somewhere in SO23.               = Somewhere in S O 23.
          Open 24/7.                       = Open day and night.
          Ask the NHS in Fareham.          = Ask the N H S in Fairum.
          Near Beaulieu (and Meon).        = Near Bewley, and Mee-on.
          Tea & cake; all welcome.         = Tea and cake. all welcome.
          """)
  void thisIsSaidLikeThat(String written, String said) {
    assertThat(said(written)).isEqualTo(said);
  }

  @Test
  void numberIsSaidTwiceWithPausesBetweenItsGroups() {
    String twiml =
        TWIML.document(
            new Spoken(
                List.of(),
                List.of("The number is 0300 555 1386. Once more: 0300 555 1386."),
                List.of(),
                new Spoken.Then.HangUp()),
            NEXT,
            "woman");

    assertThat(twiml.replaceAll(" (?:voice|language)=\"[^\"]*\"", ""))
        .contains(
            "<Say>0 3 0 0</Say><Pause length=\"1\"/><Say>5 5 5</Say><Pause length=\"1\"/>"
                + "<Say>1 3 8 6</Say><Pause length=\"1\"/><Say>Once more:</Say>"
                + "<Say>0 3 0 0</Say>");
  }

  @Test
  void everyLocalNameIsSaidAsPeopleSayIt() throws IOException {
    List<String> faults = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("knowledge-base/pronunciations.csv"))) {
      String[] row = line.split(",", 2);
      if (!row[0].equals("name") && !row[0].equals("&")) {
        String said = said("We know " + row[0] + " well.");
        if (!said.equals("We know " + row[1] + " well.")) {
          faults.add(row[0] + " is said: " + said);
        }
      }
    }

    assertThat(faults).isEmpty();
  }

  /// What is said, with a stroke where a pause is made.
  private static String said(String written) {
    return EAR.pieces(List.of(written)).stream()
        .map(ForTheEar.Piece::words)
        .collect(Collectors.joining(" | "));
  }

  private static void collect(String name, String written, List<String> faults) {
    String twiml =
        TWIML.document(
            new Spoken(List.of(), List.of(written), List.of(), new Spoken.Then.HangUp()),
            NEXT,
            "woman");
    TwimlRules.broken(twiml).forEach(broken -> faults.add(name + " " + broken));
    String said = said(written);
    if (UNSPELT.matcher(said).find()) {
      faults.add(name + " reads an address aloud: " + said);
    }
    if (NUMBER_IN_ONE.matcher(said).find()) {
      faults.add(name + " reads a number in one: " + said);
    }
  }

  /// Every spoken form of the prompts' files by its key.
  private static Map<String, String> speech() throws IOException {
    Pattern key = Pattern.compile("([a-z_]+\\.[a-z_0-9]+):");
    Pattern speech = Pattern.compile(" {2}speech: \"(.*)\"");
    Map<String, String> found = new LinkedHashMap<>();
    for (String file : List.of("call.yaml", "en.yaml", "replies.yaml", "risk.yaml")) {
      String last = "";
      for (String line : Files.readAllLines(Path.of("knowledge-base/prompts", file))) {
        Matcher begins = key.matcher(line);
        Matcher says = speech.matcher(line);
        if (begins.matches()) {
          last = begins.group(1);
        } else if (says.matches()) {
          found.put(last, says.group(1).replace("\\\"", "\""));
        }
      }
    }
    return found;
  }

  private static String filled(String speech) {
    String filled = speech;
    for (Map.Entry<String, String> sample : SAMPLES.entrySet()) {
      filled = filled.replace("{" + sample.getKey() + "}", sample.getValue());
    }
    return filled;
  }
}
