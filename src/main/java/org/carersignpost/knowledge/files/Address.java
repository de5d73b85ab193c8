package org.carersignpost.knowledge.files;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.UUID;

/// A postal address.
///
/// @param id stable
/// @param address1 house and street
/// @param address2 second line
/// @param city town
/// @param stateProvince county
/// @param postalCode postcode
/// @param country always `GB`
/// @param addressType kind of address
public record Address(
    UUID id,
    @JsonProperty("address_1") String address1,
    @JsonProperty("address_2") Optional<String> address2,
    String city,
    String stateProvince,
    String postalCode,
    String country,
    Location.Type addressType)
    implements OpenReferral {}
