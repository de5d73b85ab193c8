package org.carersignpost.conversation.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.carersignpost.conversation.ConversationQuery;
import org.carersignpost.conversation.FoundConversation;
import org.carersignpost.conversation.FoundConversation.Part;
import org.carersignpost.conversation.FoundConversation.Snippet;
import org.carersignpost.conversation.Page;
import org.carersignpost.dialogue.Priority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationIndexTests {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant NOON = Instant.parse("2026-06-02T12:00:00Z");

  private ConversationIndex index = new ConversationIndex(Room.of(1_000), LONDON);

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void aWordIsFoundInAnyFormWhoeverSaidIt() {
    put(Sample.of("carer").carer("I'm caring for mum, she has Alzheimer\u2019s"));
    put(Sample.of("staff").staff("We talked about her mums caring"));
    put(Sample.of("neither").carer("thank you"));

    assertThat(ids("Care for mum")).containsExactlyInAnyOrder("carer", "staff");
    assertThat(ids("alzheimers")).containsExactly("carer");
    assertThat(ids("im")).containsExactly("carer");
  }

  @Test
  void misspeltLongerWordsAreUnderstoodAndRightOnesComeFirst() {
    put(Sample.of("wrong").carer("mum has demenshia").at(NOON));
    put(Sample.of("right").carer("mum has dementia").at(NOON.minusSeconds(60)));
    put(Sample.of("short").carer("a pen").at(NOON));

    assertThat(ids("dementia")).containsExactly("right", "wrong");
    assertThat(ids("dimentia")).containsExactlyInAnyOrder("right");
    assertThat(ids("demensia")).contains("right", "wrong");
    assertThat(ids("pan")).isEmpty();
    assertThat(ids("d3mentia")).isEmpty();
  }

  @Test
  void allWordsMustMatchAndElseMostOfThem() {
    put(Sample.of("all").carer("dad fell and the hospital sent him home"));
    put(Sample.of("most").carer("the hospital in town").staff("Your dad is there"));
    put(Sample.of("one").carer("hospital"));

    assertThat(ids("dad hospital home")).containsExactly("all");
    assertThat(ids("dad hospital car")).containsExactlyInAnyOrder("all", "most");
    assertThat(ids("dad car")).isEmpty();
    assertThat(ids("the hospital")).hasSize(3);
  }

  @Test
  void aPhraseInQuotesStandsAsItWasSaid() {
    put(Sample.of("phrase").carer("who has power of attorney for him"));
    put(Sample.of("words").carer("the attorney has power over him"));
    put(Sample.of("messages").carer("the power").carer("of attorney"));

    assertThat(ids("\"power of attorney\"")).containsExactly("phrase");
    assertThat(ids("\u201cpower of attorney\u201d him")).containsExactly("phrase");
    assertThat(ids("power of attorney")).hasSize(3);
    assertThat(ids("power \"attorney")).hasSize(3);
    assertThat(ids("\"of\"")).containsExactlyInAnyOrder("phrase", "messages");
  }

  @Test
  void newestComesFirstAmongEqualsAndTheBotsWordsWeighLeast() {
    put(Sample.of("older").carer("respite respite respite").at(NOON.minusSeconds(20)));
    put(Sample.of("newer").carer("and respite somewhere in a longer text").at(NOON));
    put(Sample.of("bot").bot("Respite is a break from caring").at(NOON.plusSeconds(20)));
    put(Sample.of("about").topics("breaks-respite").at(NOON.plusSeconds(20)));

    assertThat(ids("respite")).containsExactly("newer", "older", "about", "bot");
  }

  @Test
  void placesAreFoundByNamePostcodeAndArea() {
    put(Sample.of("alton").carer("hello").place("Alton", "East Hampshire"));
    put(Sample.of("so23").carer("hello").place("SO23", "Winchester"));

    assertThat(ids(in("alton"))).containsExactly("alton");
    assertThat(ids(in("Altton"))).containsExactly("alton");
    assertThat(ids(in("east hampshire"))).containsExactly("alton");
    assertThat(ids(in("so23"))).containsExactly("so23");
    assertThat(ids(in("So23 9ab"))).containsExactly("so23");
    assertThat(ids(in("Winchester"))).containsExactly("so23");
    assertThat(ids(in("so24"))).isEmpty();
    assertThat(ids(in("?"))).isEmpty();
    assertThat(ids(in(" "))).hasSize(2);
    assertThat(ids("hello alton")).containsExactly("alton");
  }

  @Test
  void everythingElseNarrowsTheSearchToo() {
    Instant lastMoment = Instant.parse("2026-06-02T22:59:59.999Z");
    put(Sample.of("a").carer("hello").topics("breaks-respite", "money").at(lastMoment));
    put(
        Sample.of("b")
            .carer("hello")
            .topics("money")
            .at(lastMoment.plusMillis(1))
            .waiting()
            .priority(Priority.CRISIS));

    assertThat(ids(topic("breaks-respite"))).containsExactly("a");
    assertThat(ids(topic("money"))).containsExactly("b", "a");
    assertThat(ids(topic("breaks"))).isEmpty();
    assertThat(ids(states("waiting"))).containsExactly("b");
    assertThat(ids(states("bot", "waiting"))).containsExactly("b", "a");
    assertThat(ids(priorities("crisis"))).containsExactly("b");
    LocalDate day = LocalDate.parse("2026-06-02");
    assertThat(ids(days(Optional.of(day), Optional.of(day)))).containsExactly("a");
    assertThat(ids(days(Optional.of(day.plusDays(1)), Optional.empty()))).containsExactly("b");
    assertThat(ids(days(Optional.empty(), Optional.of(day.minusDays(1))))).isEmpty();
  }

  @Test
  void whatAnAskerMayNotSeeIsNeitherFoundNorCounted() {
    put(Sample.of("ours").carer("hello").team("carers"));
    put(Sample.of("theirs").carer("hello there").team("young-carers"));
    put(Sample.of("nobodys").carer("hello"));

    assertThat(find("hello", team -> team.equals(Optional.of("carers"))).total()).isEqualTo(1);
    assertThat(find("hello", team -> !team.equals(Optional.of("young-carers"))).items())
        .extracting(FoundConversation::id)
        .containsExactlyInAnyOrder("ours", "nobodys");
    assertThat(find("hello", Optional::isEmpty).items())
        .extracting(FoundConversation::id)
        .containsExactly("nobodys");
    assertThat(find("there", Optional::isEmpty).total()).isZero();
    assertThat(find("", _ -> false)).isEqualTo(new Page<>(List.of(), 0));
  }

  @Test
  void scoresTellNothingOfWhatAnAskerMayNotSee() {
    put(Sample.of("ours").carer("hello there").team("carers"));
    Predicate<Optional<String>> ours = team -> team.equals(Optional.of("carers"));
    Page<FoundConversation> before = find("hello there", ours);
    for (int i = 0; i < 50; i++) {
      put(Sample.of("theirs" + i).carer("hello hello helo").team("young-carers"));
    }

    assertThat(find("hello there", ours)).isEqualTo(before);
  }

  @Test
  void aSnippetShowsWhereTheWordsAre() {
    put(
        Sample.of("a")
            .carer("hello")
            .carer("My mum has demntia & I need a \"break\" <b>soon</b>")
            .bot("A break from caring"));

    assertThat(snippet("dementia break"))
        .isEqualTo(
            new Snippet(
                "carer",
                List.of(
                    new Part("My mum has ", false),
                    new Part("demntia", true),
                    new Part(" & I need a \"", false),
                    new Part("break", true),
                    new Part("\" <b>soon</b>", false))));
    assertThat(snippet("break from caring").from()).isEqualTo("bot");
    assertThat(snippet("\"has demntia\"").parts()).contains(new Part("has demntia", true));
    assertThat(snippet("").text()).startsWith("My mum has");
  }

  @Test
  void aSnippetOfALongMessageIsShortAndCutBetweenWords() {
    put(
        Sample.of("a")
            .carer("one two three ".repeat(50) + "needle " + "four five six ".repeat(50)));

    Snippet snippet = snippet("needle");
    assertThat(snippet.text()).hasSizeBetween(100, 163).matches("\u2026(one|two|three) .*\u2026");
    assertThat(snippet.parts()).contains(new Part("needle", true));
  }

  @Test
  void aConversationIsFoundAsItWasPutLastAndNotOnceItIsRemoved() {
    put(Sample.of("a").carer("hello"));
    put(Sample.of("a").carer("hello").carer("goodbye"));
    assertThat(ids("goodbye")).containsExactly("a");
    assertThat(index.contents()).hasSize(1);

    index.remove("a");
    index.remove("unknown");
    index.refresh();
    assertThat(ids("hello")).isEmpty();
    assertThat(index.contents()).isEmpty();
    index.forgetRemoved();
  }

  @Test
  void whatIsTooOldIsNotFoundEvenBeforeItIsSweptAway() {
    put(Sample.of("old").carer("hello").at(NOON));
    put(Sample.of("new").carer("hello").at(NOON.plusMillis(1)));

    assertThat(
            index
                .find(
                    ConversationQuery.of("hello"), ConversationIndexTests::everything, NOON, 0, 10)
                .items())
        .extracting(FoundConversation::id)
        .containsExactly("new");
    index.removeUntil(NOON);
    index.refresh();
    assertThat(ids("hello")).containsExactly("new");
  }

  @Test
  void theOldestDropOutOfAFullIndex() {
    index.close();
    index = new ConversationIndex(new Room(10, 1_000_000), LONDON);
    for (int i = 0; i < 25; i++) {
      put(Sample.of("c" + (i * 7) % 25).carer("hello").at(NOON.plusSeconds((i * 7) % 25)));
    }

    assertThat(ids("hello"))
        .isEqualTo(IntStream.range(0, 10).mapToObj(i -> "c" + (24 - i)).toList());
    assertThat(index.floor()).isEqualTo(NOON.plusSeconds(15));
  }

  @Test
  void theOldestDropOutWhenThereIsTooMuchText() {
    index.close();
    index = new ConversationIndex(new Room(1_000, 20_000), LONDON);
    for (int i = 0; i < 10; i++) {
      put(Sample.of("c" + i).carer("hello " + "word ".repeat(1_000)).at(NOON.plusSeconds(i)));
    }

    assertThat(ids("hello")).hasSizeBetween(1, 5).startsWith("c9");
  }

  @Test
  void ofALongConversationTheNewestWordsAreFound() {
    Sample sample = Sample.of("long").carer("earliest words");
    for (int i = 0; i < 100; i++) {
      sample.carer(
          "the carer said message number " + i + " ".repeat(50) + "\uD83D\uDE00".repeat(20));
      sample.bot("answer " + "and so on ".repeat(20));
    }
    put(sample.carer("latest words"));

    assertThat(ids("latest")).containsExactly("long");
    assertThat(ids("earliest")).isEmpty();
    assertThat(index.contents().getFirst().bytes())
        .isBetween(7_000L, (long) Documents.MOST_SAID + Documents.MOST_OF_BOT);
  }

  @Test
  void pagesFollowOneAnotherAndEndAfterTen() {
    for (int i = 0; i < 30; i++) {
      put(Sample.of("c" + i).carer("hello").at(NOON.plusSeconds(i)));
    }

    Page<FoundConversation> third = page(2, 2);
    assertThat(third.total()).isEqualTo(30);
    assertThat(third.items()).extracting(FoundConversation::id).containsExactly("c25", "c24");
    assertThat(page(9, 2).items()).hasSize(2);
    assertThat(page(10, 2)).isEqualTo(new Page<>(List.of(), 30));
    assertThat(page(Integer.MAX_VALUE, Integer.MAX_VALUE).items()).isEmpty();
    assertThat(page(-1, -1).items()).hasSize(1);
  }

  @Test
  void hostileQueriesAreHarmless() {
    put(Sample.of("a").carer("hello \uD800 \u0000 + - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ /"));
    for (String hostile :
        List.of(
            "a ".repeat(100_000),
            "x".repeat(100_000),
            "\"".repeat(100_000),
            "\"a\" ".repeat(1_000),
            "!?.,;:-()[]{}",
            "*:*",
            "said:* AND NOT (bot:[a TO z])",
            "hello~2 OR h*llo^99 /h.*/ \\",
            "\u0000\u0007\u001b\r\n\t\u007f",
            "\uD800\uDC00\uD800 \uDFFF",
            "\u202e\u200b\ufeff",
            "\u0301".repeat(1_000),
            "<script>alert(1)</script>")) {
      assertThat(find(hostile, ConversationIndexTests::everything).total()).isLessThanOrEqualTo(1);
      assertThat(ids(in(hostile))).isEmpty();
      assertThat(ids(topic(hostile))).isEmpty();
      assertThat(ids(states(hostile))).isEmpty();
    }
    assertThat(ids("*:*")).isEmpty();
    assertThat(ids("(hello AND")).containsExactly("a");
  }

  @Test
  void randomQueriesAreHarmless() {
    SplittableRandom random = new SplittableRandom(20260302);
    List<String> words = List.of("hello", "\"", "dementia", "~", "*", " ", "\uD83D\uDE00", "of");
    put(Sample.of("a").carer("hello, mum has dementia"));
    for (int i = 0; i < 2_000; i++) {
      StringBuilder query = new StringBuilder();
      for (int k = random.nextInt(12); k > 0; k--) {
        if (random.nextInt(3) == 0) {
          query.append((char) random.nextInt(random.nextBoolean() ? 128 : 0xFFFF));
        } else {
          query.append(words.get(random.nextInt(words.size())));
        }
      }
      assertThat(find(query.toString(), ConversationIndexTests::everything).total())
          .isLessThanOrEqualTo(1);
    }
  }

  private static boolean everything(Optional<String> team) {
    return team.isEmpty() || !team.get().isEmpty();
  }

  private void put(Sample sample) {
    index.put(sample.stored());
    index.refresh();
  }

  private Page<FoundConversation> find(String words, Predicate<Optional<String>> visible) {
    return index.find(ConversationQuery.of(words), visible, Instant.EPOCH, 0, 100);
  }

  private Page<FoundConversation> page(int page, int size) {
    return index.find(
        ConversationQuery.of("hello"),
        ConversationIndexTests::everything,
        Instant.EPOCH,
        page,
        size);
  }

  private List<String> ids(String words) {
    return ids(ConversationQuery.of(words));
  }

  private List<String> ids(ConversationQuery query) {
    return index
        .find(query, ConversationIndexTests::everything, Instant.EPOCH, 0, 100)
        .items()
        .stream()
        .map(FoundConversation::id)
        .toList();
  }

  private Snippet snippet(String words) {
    return find(words, ConversationIndexTests::everything)
        .items()
        .getFirst()
        .snippet()
        .orElseThrow();
  }

  private static ConversationQuery in(String place) {
    return query(Optional.empty(), Optional.of(place), Set.of(), Set.of());
  }

  private static ConversationQuery topic(String topic) {
    return query(Optional.of(topic), Optional.empty(), Set.of(), Set.of());
  }

  private static ConversationQuery states(String... states) {
    return query(Optional.empty(), Optional.empty(), Set.of(states), Set.of());
  }

  private static ConversationQuery priorities(String... priorities) {
    return query(Optional.empty(), Optional.empty(), Set.of(), Set.of(priorities));
  }

  private static ConversationQuery days(Optional<LocalDate> from, Optional<LocalDate> to) {
    return new ConversationQuery(
        "", Optional.empty(), Optional.empty(), Set.of(), Set.of(), from, to);
  }

  private static ConversationQuery query(
      Optional<String> topic, Optional<String> place, Set<String> states, Set<String> priorities) {
    return new ConversationQuery(
        "", topic, place, states, priorities, Optional.empty(), Optional.empty());
  }
}
