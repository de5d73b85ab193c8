package org.carersignpost.understanding.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.understanding.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No English words but those of the list are known here, which is less than the service knows.
class LanguagesTests {
  private static final Map<String, Risk.Level> LEVELS =
      Map.of(
          "emergency", Risk.Level.EMERGENCY,
          "suicide", Risk.Level.CRISIS,
          "suicide_other", Risk.Level.CRISIS,
          "harm_by_carer", Risk.Level.CRISIS,
          "domestic_abuse", Risk.Level.CRISIS,
          "child_harm", Risk.Level.CRISIS,
          "adult_abuse", Risk.Level.CRISIS,
          "missing_person", Risk.Level.CRISIS,
          "breakdown", Risk.Level.URGENT);

  private static final Languages LANGUAGES =
      Languages.load(Path.of("knowledge-base/risk/languages"), LEVELS, _ -> false);

  private static Languages.Found read(String utterance) {
    return LANGUAGES.read(utterance, Words.of(utterance));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pl | Opiekuję się mamą, która ma demencję i potrzebuję pomocy",
        "pl | opiekuje sie mama i potrzebuje jakiejs pomocy, nie mowie po angielsku",
        "pl | moj maz mial udar i nie wiem co robic",
        "pl | gdzie moge dostac zasilek dla opiekuna",
        "pl | potrzebuje pomocy prosze",
        "pl | czy ktos mowi po polsku",
        "pl | moj tata jest chory",
        "pl | Dzień dobry, szukam wsparcia dla mojej żony w Basingstoke",
        "ro | Am grijă de mama mea care are demență și am nevoie de ajutor",
        "ro | am grija de mama mea care are dementa si nu stiu ce sa fac",
        "ro | Sotul meu este bolnav si am nevoie de ajutor",
        "ro | buna ziua, nu vorbesc engleza, puteti sa ma ajutati va rog",
        "ro | am nevoie de ajutor",
        "ro | unde pot cere bani pentru ingrijire",
        "pt | Cuido da minha mãe que tem demência e preciso de ajuda",
        "pt | cuido da minha mae e nao sei o que fazer",
        "pt | o meu marido teve um avc e preciso de ajuda em casa",
        "pt | preciso de ajuda por favor",
        "pt | bom dia nao falo ingles, alguem fala portugues?",
        "hu | Édesanyámat ápolom, demens, és segítségre van szükségem",
        "hu | anyamat apolom es nem tudom mit tegyek",
        "hu | kerem segitsen a ferjem beteg",
        "hu | jo napot, beszel valaki magyarul?",
        "hu | segitsegre van szuksegem",
        "ne | मेरो आमालाई डिमेन्सिया छ, मलाई सहयोग चाहियो",
        "ne | नमस्ते",
        "ne-Latn | mero aama birami hunuhunchha malai sahayog chahiyo",
        "ne-Latn | malai maddat chahiyo",
        "ne-Latn | mero buwa lai dementia cha, kasari sahayog paune thaha chaina",
        "ne-Latn | namaste, malai angreji bolna aaudaina, kasle maddat garna sakcha",
        "ne-Latn | ma aamalai herchu, dherai gahro bhayo",
        "bn | আমি আমার মায়ের দেখাশোনা করি, আমার সাহায্য দরকার",
        "bn | সাহায্য চাই",
        "ur | میں اپنی والدہ کی دیکھ بھال کرتا ہوں مجھے مدد چاہیے",
        "ur | مدد کریں",
        "uk | Я доглядаю за мамою, у неї деменція, мені потрібна допомога",
        "uk | допоможіть",
      })
  void aMessageInAnotherLanguageIsTold(String language, String utterance) {
    assertThat(read(utterance).language()).contains(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pl | suicide | chce sie zabic",
        "pl | suicide | Nie chcę już żyć",
        "pl | domestic_abuse | maz mnie bije, boje sie",
        "pl | emergency | mama nie oddycha prosze o pomoc",
        "pl | emergency | tata upadl i jest nieprzytomny",
        "pl | missing_person | babcia zaginela",
        "pl | child_harm | on bije moje dziecko",
        "ro | suicide | vreau sa mor",
        "ro | suicide | vreau să mă sinucid",
        "ro | domestic_abuse | sotul meu ma bate",
        "ro | emergency | mama nu respira",
        "ro | emergency | a cazut si este inconstient",
        "ro | missing_person | tatal meu a disparut",
        "pt | suicide | quero morrer",
        "pt | suicide | quero-me matar",
        "pt | domestic_abuse | o meu marido bate-me",
        "pt | emergency | a minha mãe não respira",
        "pt | emergency | caiu e está inconsciente",
        "pt | missing_person | o meu pai desapareceu",
        "hu | suicide | meg akarok halni",
        "hu | suicide | öngyilkos leszek",
        "hu | domestic_abuse | a férjem megver engem",
        "hu | emergency | anyám nem lélegzik",
        "hu | emergency | elesett es eszmeletlen",
        "hu | missing_person | apám eltűnt",
        "ne | suicide | मलाई मर्न मन लागेको छ",
        "ne | domestic_abuse | श्रीमानले मलाई कुट्नुहुन्छ",
        "ne | emergency | आमाले सास फेर्न सक्नुभएको छैन",
        "ne | missing_person | बुबा हराउनुभयो",
        "ne-Latn | suicide | malai marna man lagyo",
        "ne-Latn | domestic_abuse | shriman le malai kutchha",
        "ne-Latn | emergency | aama behos hunuhunchha",
        "ne-Latn | missing_person | buwa haraunubhayo",
        "bn | suicide | আমি মরতে চাই",
        "bn | domestic_abuse | আমার স্বামী আমাকে মারে",
        "bn | emergency | মা শ্বাস নিচ্ছে না",
        "bn | missing_person | বাবাকে খুঁজে পাচ্ছি না",
        "ur | suicide | میں مرنا چاہتا ہوں",
        "ur | domestic_abuse | میرا شوہر مجھے مارتا ہے",
        "ur | emergency | امی سانس نہیں لے رہی",
        "ur | missing_person | ابو لاپتہ ہیں",
        "uk | suicide | я хочу померти",
        "uk | domestic_abuse | чоловік мене б'є",
        "uk | emergency | мама не дихає",
        "uk | emergency | тато впав і непритомний",
        "uk | missing_person | бабуся зникла",
      })
  void dangerIsHeardInTheLanguageItIsNamedIn(String language, String kind, String utterance) {
    Languages.Found found = read(utterance);

    assertThat(found.language()).contains(language);
    assertThat(found.dangers())
        .contains(
            new Risk(LEVELS.getOrDefault(kind, Risk.Level.POSSIBLE), kind, "language." + language));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mum has dementia",
        "my mum has dementia and i cant cope",
        "mum fell agen nd i cnt cope wiv it plz",
        "hlp me pls m8 im str8 up knckrd",
        "wagwan fam mans stressed innit bare peak rn ngl",
        "im lookin aftr me nan n granda n im knakerd",
        "asdfgh jkl qwerty zxcv",
        "sdkfj sldkfj woeiru zmxncb",
        "aaaaaa hhhhhh ffffff",
        "levetiracetam lamotrigine clobazam",
        "he takes donepezil memantine sertraline ramipril",
        "co-codamol naproxen omeprazole gabapentin",
        "rivastigmine patch or galantamine tablets",
        "Nether Wallop Over Wallop Micheldever Itchen Abbas",
        "Basingstoke Andover Aldershot Farnborough Fleet",
        "Hartley Wintney, Odiham, Hook",
        "Kings Worthy Headbourne Worthy",
        "Bishopstoke Fair Oak Horton Heath",
        "Mrs Kowalczyk Wisniewski Nowakowska",
        "Mr Gurung Rai Limbu Thapa Magar",
        "Dr Popescu Ionescu Munteanu",
        "Senhora Oliveira Ferreira Rodrigues",
        "Szabo Nagy Kovacs Toth",
        "Krishnamurthy Venkataraman Subramaniam",
        "my neighbour Mrs Szymanska needs help with her shopping",
        "do you have anyone who speaks nepali for my mother in law",
        "is there a polish speaking support group in southampton",
        "my husband is romanian and has had a stroke",
        "we say namaste but we speak english",
        "czesc, can someone help me with carers allowance please",
        "dzien dobry i need help for my mum please",
        "gracias for your help yesterday",
        "merci beaucoup thanks very much",
        "Cymru am byth",
        "och aye the noo am fair puggled",
        "ah cannae dae this ony mair hen",
        "ta ra duck",
        "ta mate",
        "no to me",
        "mam is on me to do it",
        "am at home no care no pot",
        "sam and ala went to casa mia",
        "dad fell dads on flor",
        "thnx 4 ur hlp x",
        "gr8 ty xx",
        "omg wtf idk lol smh tbh",
        "plz cn u rng me bk l8r 2nite",
        "demensha ass ment alowance",
        "carrers alowence pls",
        "hosbital dischrage tomoro",
        "respit brake for mi mum",
        "iwantahelpwithmymum please now",
        "SO23 9AB",
        "RG21 7LE RG22 4BQ",
        "07700 900123",
        "call me 07700900123 after 6",
        "https://www.example.org/carers",
        "john.smith@example.com",
        "xxxxx xxxxx xxxxx",
        "hahaha hehehe lololol",
        "zzz zzz zzz",
        "ok k yh",
        "mum mum mum",
        "PIP ESA DLA UC HMRC DWP",
        "CAMHS SENCO EHCP ASD ADHD",
        "COPD CKD TIA UTI",
        "hydrocephalus spina bifida syringomyelia",
        "progressive supranuclear palsy corticobasal degeneration",
        "dysphagia aphasia apraxia hemiplegia",
        "chelsea dagger wembley arsenal",
        "spaghetti bolognese lasagne tiramisu",
        "deja vu bon voyage c'est la vie",
        "que sera sera whatever will be will be",
        "mi casa su casa",
        "ana maria and jose look after their nan",
        "anna kate mia maya mila",
        "nic nada zilch",
        "jest a min pls",
        "van ten are nap kit",
        "tak tak tak",
        "hola como estas",
        "ich bin ein berliner",
        "lorem ipsum dolor sit amet",
      })
  void englishStaysEnglish(String utterance) {
    assertThat(read(utterance)).isEqualTo(Languages.ENGLISH);
  }

  /// But for two lines that are Polish.
  @Test
  void noEnglishLineOfTheKnowledgeBaseIsTakenForAnotherLanguage() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("knowledge-base"))) {
      List<String> mistaken =
          files
              .filter(file -> file.toString().endsWith(".txt"))
              .flatMap(LanguagesTests::lines)
              .filter(line -> !line.startsWith("#") && !line.contains("ktos"))
              .filter(line -> !read(line).equals(Languages.ENGLISH))
              .toList();
      assertThat(mistaken).isEmpty();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noPhraseOfDangerCouldBeSaidInEnglish() {
    assertThat(LANGUAGES.englishPhrases()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyLanguageHasItsSentence(String code) throws IOException {
    assertThat(Files.readString(Path.of("knowledge-base/prompts/languages.yaml")))
        .contains("language." + code + ":");
  }

  static Stream<String> codes() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("knowledge-base/risk/languages"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()).replace(".yaml", ""))
          .sorted()
          .toList()
          .stream();
    }
  }
}
