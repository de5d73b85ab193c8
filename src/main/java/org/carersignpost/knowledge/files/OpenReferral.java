package org.carersignpost.knowledge.files;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// An object of the Human Services Data Specification 3.0 (Open Referral), with the fields that we
/// use.
///
/// Field names are `snake_case` in files; what is unknown is left out there, never null or empty. A
/// component that is neither an [java.util.Optional] nor a [java.util.List] must be in the file.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
interface OpenReferral {}
