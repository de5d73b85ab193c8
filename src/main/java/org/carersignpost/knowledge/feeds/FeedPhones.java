package org.carersignpost.knowledge.feeds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carersignpost.knowledge.files.Numbers;
import org.carersignpost.knowledge.files.Phone;
import org.carersignpost.knowledge.files.PhoneNumbers;
import org.carersignpost.knowledge.files.PhoneNumbers.Kind;
import org.carersignpost.knowledge.files.PhoneNumbers.UkNumber;
import tools.jackson.databind.JsonNode;

/// Gathers the numbers of one service from wherever a feed may keep them, nearest to the service
/// first, charged ones last.
///
/// A mobile number of a person by name is private: it is left out, also where it stands elsewhere.
final class FeedPhones {
  private static final int MOST = 12;
  private static final int LONGEST_DESCRIPTION = 60;

  /// So many characters before a number say what it is for.
  private static final int BEFORE = 40;

  private static final Pattern ROLE =
      Pattern.compile(
          "\\b(?:team|office|enquir\\w*|inquir\\w*|reception|service\\w*|help\\w*|line|duty|admin\\w*"
              + "|manager|co-?ordinator|support|general|main|cent(?:re|er)|council|advice|adviser|advisor"
              + "|department|booking\\w*|customer|information|care|carers?|contact|public|group|club|hub|desk"
              + "|referral\\w*|access|hotline|freephone|phone|telephone|landline|mobile|number|text|daytime"
              + "|evening|charity|trust|society|association)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PERSON =
      Pattern.compile(
          "\\b(?:Mr|Mrs|Ms|Miss|Dr|Revd?)\\.? [A-Z]|\\b[A-Z][a-z'-]{1,20} (?:[A-Z]\\.? )?[A-Z][a-zA-Z'-]{1,25}\\b");
  private static final Pattern SPEAK_TO =
      Pattern.compile("\\b(?i:ask for|speak to|contact|call|ring|phone|text) [A-Z][a-z]{1,20}\\b");
  private static final Pattern FAX = Pattern.compile("\\bfax\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern TEXTPHONE =
      Pattern.compile("\\b(?:text ?phone|minicom|typetalk|tdd|tty)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern TEXT =
      Pattern.compile("\\b(?:text|sms)\\b(?! ?phone)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> EMERGENCY = Set.of("999", "112");

  private final UUID service;
  private final Numbers allowed;
  private final Notes notes;
  private final Map<String, Phone> found = new LinkedHashMap<>();
  private final Set<String> personal = new HashSet<>();
  private final Set<String> people = new HashSet<>();

  FeedPhones(UUID service, Numbers allowed, Notes notes) {
    this.service = service;
    this.allowed = allowed;
    this.notes = notes;
  }

  /// @param description without markup
  List<Phone> of(JsonNode tree, String description) {
    people(tree);
    fields(tree, "");
    contacts(tree);
    for (JsonNode at : Fields.objects(tree, "service_at_locations")) {
      fields(at, "");
      contacts(at);
      fields(at.path("location"), "");
      contacts(at.path("location"));
    }
    fields(tree.path("organization"), "Organisation");
    contacts(tree.path("organization"));
    words(description);
    personal.forEach(found::remove);
    List<Phone> phones = new ArrayList<>(found.values());
    phones.sort(Comparator.comparing(FeedPhones::isCharged));
    return phones.stream().limit(MOST).toList();
  }

  /// The words without the numbers that are private.
  String withoutPrivate(String words) {
    StringBuilder without = new StringBuilder(words);
    for (Numbered number : Numbered.in(words).reversed()) {
      if (personal.contains(number.number().dialled())) {
        without.replace(number.start(), number.end(), "(number left out)");
      }
    }
    return without.toString();
  }

  static boolean isCharged(Phone phone) {
    return PhoneNumbers.parse(phone.number()).filter(UkNumber::isCharged).isPresent();
  }

  private void people(JsonNode tree) {
    for (JsonNode contact : Fields.objects(tree, "contacts")) {
      if (isPerson(contact)) {
        Fields.text(contact, "id").ifPresent(people::add);
      }
    }
  }

  private static boolean isNamed(String words) {
    return PERSON.matcher(words).find() && !ROLE.matcher(words).find();
  }

  private static boolean isPerson(JsonNode contact) {
    return Fields.text(contact, "name").filter(name -> !ROLE.matcher(name).find()).isPresent();
  }

  private void contacts(JsonNode tree) {
    for (JsonNode contact : Fields.objects(tree, "contacts")) {
      boolean person = isPerson(contact);
      Optional<String> role =
          Fields.text(contact, "title").or(() -> Fields.text(contact, "department"));
      Optional<String> words = person ? role : role.or(() -> Fields.text(contact, "name"));
      for (JsonNode phone : Fields.objects(contact, "phones")) {
        field(phone, person, words.orElse(""));
      }
    }
  }

  private void fields(JsonNode tree, String words) {
    for (JsonNode phone : Fields.objects(tree, "phones")) {
      boolean person = Fields.text(phone, "contact_id").filter(people::contains).isPresent();
      field(phone, person, words);
    }
  }

  private void field(JsonNode phone, boolean person, String fallback) {
    Optional<String> written = Fields.text(phone, "number");
    String description = PlainText.of(Fields.text(phone, "description").orElse(fallback));
    boolean named = person || isNamed(description);
    String kind = Fields.text(phone, "type").orElse("").toLowerCase(Locale.ROOT);
    if (written.isEmpty() || FAX.matcher(kind + " " + description).find() || kind.equals("pager")) {
      return;
    }
    List<UkNumber> numbers = numbers(written.get());
    if (numbers.isEmpty()) {
      notes.add(Guard.shown(written.get()) + " is not a number that can be rung");
    }
    String extension =
        Fields.text(phone, "extension").map(digits -> "extension " + digits).orElse("");
    String words = (named ? "" : description) + (extension.isEmpty() ? "" : " " + extension);
    for (UkNumber number : numbers) {
      add(number, named, type(kind + " " + description), words);
    }
  }

  private static List<UkNumber> numbers(String written) {
    return Numbered.only(written)
        .map(List::of)
        .orElseGet(() -> Numbered.in(written).stream().map(Numbered::number).toList());
  }

  private void words(String description) {
    for (Numbered number : Numbered.in(description)) {
      String before = description.substring(Math.max(0, number.start() - BEFORE), number.start());
      boolean named = isNamed(before) || SPEAK_TO.matcher(before).find();
      if (!FAX.matcher(before).find() && !found.containsKey(number.number().dialled())) {
        add(number.number(), named, type(before), "From its description");
      }
    }
  }

  private static Phone.Type type(String words) {
    if (TEXTPHONE.matcher(words).find()) {
      return Phone.Type.TEXTPHONE;
    }
    return TEXT.matcher(words).find() && !words.toLowerCase(Locale.ROOT).contains("call")
        ? Phone.Type.SMS
        : Phone.Type.VOICE;
  }

  private void add(UkNumber number, boolean person, Phone.Type type, String words) {
    String dialled = number.dialled();
    if (person && number.kind() == Kind.MOBILE) {
      personal.add(dialled);
      notes.add("a mobile number of a person was left out");
    } else if (number.fictional() && allowed == Numbers.REAL) {
      notes.add(number.reading() + " is kept for drama, nobody answers it");
    } else if (EMERGENCY.contains(dialled)) {
      notes.add(dialled + " was left out: it is for emergencies");
    } else if (!found.containsKey(dialled)) {
      found.put(dialled, phone(number, type, words));
    }
  }

  private Phone phone(UkNumber number, Phone.Type type, String words) {
    String clean = PlainText.texted(Optional.of(words), LONGEST_DESCRIPTION).orElse("");
    String described =
        !number.isCharged()
            ? clean
            : clean.isEmpty()
                ? "charged"
                : PlainText.cut(clean, LONGEST_DESCRIPTION - 10) + ", charged";
    Phone.Type possible =
        type == Phone.Type.SMS && number.kind() != Kind.MOBILE && number.kind() != Kind.SHORT
            ? Phone.Type.VOICE
            : type;
    return new Phone(
        Ids.made(service.toString(), "phone", number.dialled()),
        number.dialled(),
        possible,
        Optional.of(described).filter(text -> !text.isEmpty()),
        number.kind() == Kind.FREEPHONE ? Optional.of(true) : Optional.empty(),
        List.of(),
        List.of());
  }
}
