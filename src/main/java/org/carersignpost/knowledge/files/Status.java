package org.carersignpost.knowledge.files;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether a service runs.
public enum Status {
  @JsonProperty("active")
  ACTIVE,
  @JsonProperty("inactive")
  INACTIVE,
  @JsonProperty("defunct")
  DEFUNCT,
  @JsonProperty("temporarily closed")
  TEMPORARILY_CLOSED
}
