package org.carersignpost.knowledge.files;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who runs a service.
///
/// @param id stable, and the same in each of its services
/// @param name official name
/// @param description one sentence
/// @param alternateName another name
/// @param email its address
/// @param website its page
/// @param organizationIdentifiers its numbers in public registers
public record Organization(
    UUID id,
    String name,
    String description,
    Optional<String> alternateName,
    Optional<String> email,
    Optional<String> website,
    List<Identifier> organizationIdentifiers)
    implements OpenReferral {

  public Organization {
    organizationIdentifiers = List.copyOf(organizationIdentifiers);
  }

  /// A number in a public register.
  ///
  /// @param id stable
  /// @param identifierScheme `GB-CHC` for charities, `GB-COH` for companies
  /// @param identifierType in words
  /// @param identifier the number
  public record Identifier(
      UUID id, Optional<String> identifierScheme, String identifierType, String identifier)
      implements OpenReferral {}
}
