package org.carersignpost.knowledge.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A price.
///
/// @param id stable
/// @param option for whom or what
/// @param amount in `currency`; 0 is free
/// @param amountDescription in words
/// @param currency pounds (`GBP`) when absent
/// @param validFrom first day
/// @param validTo last day it is known to hold
public record CostOption(
    UUID id,
    Optional<String> option,
    Optional<BigDecimal> amount,
    Optional<String> amountDescription,
    Optional<String> currency,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo)
    implements OpenReferral {}
