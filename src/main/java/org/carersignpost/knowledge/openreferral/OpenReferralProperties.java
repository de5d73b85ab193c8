package org.carersignpost.knowledge.openreferral;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the directory is published.
///
/// @param perAddress how much one address may ask for
@ConfigurationProperties("signpost.open-referral")
record OpenReferralProperties(@DefaultValue PerAddress perAddress) {

  /// @param requests so many, which may also come all at once
  /// @param in in this time
  record PerAddress(@DefaultValue("300") int requests, @DefaultValue("1m") Duration in) {
    /// @throws IllegalArgumentException if nobody could ever ask
    PerAddress {
      if (requests < 1 || !in.isPositive()) {
        throw new IllegalArgumentException(
            "signpost.open-referral.per-address must let at least one request in in some time");
      }
    }
  }
}
