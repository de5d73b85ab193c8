package org.carersignpost.knowledge.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.carersignpost.knowledge.files.Organization;
import org.carersignpost.knowledge.files.ServiceRecords;
import tools.jackson.databind.JsonNode;

/// Who runs a service of a feed.
final class FeedOrganization {
  private static final int MOST_IDENTIFIERS = 5;
  private static final int LONGEST = 300;

  private final String feed;

  FeedOrganization(String feed) {
    this.feed = feed;
  }

  /// @param name without markup
  Organization of(JsonNode tree, String name) {
    UUID id = Ids.kept(feed, "organization", Fields.text(tree, "id").orElse(name));
    String description =
        PlainText.cut(PlainText.of(Fields.text(tree, "description").orElse(name)), LONGEST);
    return new Organization(
        id,
        name,
        description.isEmpty() ? name : description,
        Optional.empty(),
        Fields.text(tree, "email").filter(ServiceRecords::isEmail),
        Fields.text(tree, "website").flatMap(Mapping::page),
        identifiers(tree, id));
  }

  private static List<Organization.Identifier> identifiers(JsonNode tree, UUID organization) {
    List<Organization.Identifier> identifiers = new ArrayList<>();
    for (JsonNode given : Fields.objects(tree, "organization_identifiers")) {
      Optional<String> number =
          Fields.text(given, "identifier").filter(words -> words.length() <= LONGEST);
      if (number.isPresent() && identifiers.size() < MOST_IDENTIFIERS) {
        Optional<String> scheme =
            Fields.text(given, "identifier_scheme").map(s -> s.toUpperCase(Locale.ROOT));
        identifiers.add(
            new Organization.Identifier(
                Ids.made(organization.toString(), "identifier", number.get()),
                scheme,
                Fields.text(given, "identifier_type").or(() -> scheme).orElse("Number"),
                number.get()));
      }
    }
    return identifiers;
  }
}
