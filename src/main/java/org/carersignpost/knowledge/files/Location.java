package org.carersignpost.knowledge.files;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A service's site, or `virtual` where it is reached by phone, text or online.
///
/// @param id stable, and the same in each service at the site
/// @param locationType kind of site
/// @param name such as `Fareham Library` or `By phone`
/// @param description where it is, in words
/// @param latitude in degrees
/// @param longitude in degrees
/// @param addresses postal addresses; never that of a place that must stay secret
public record Location(
    UUID id,
    Type locationType,
    String name,
    Optional<String> description,
    Optional<BigDecimal> latitude,
    Optional<BigDecimal> longitude,
    List<Address> addresses)
    implements OpenReferral {

  public Location {
    addresses = List.copyOf(addresses);
  }

  /// Kind of site or address.
  public enum Type {
    @JsonProperty("physical")
    PHYSICAL,
    @JsonProperty("postal")
    POSTAL,
    @JsonProperty("virtual")
    VIRTUAL
  }
}
