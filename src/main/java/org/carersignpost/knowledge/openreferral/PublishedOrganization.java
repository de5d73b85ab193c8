package org.carersignpost.knowledge.openreferral;

import java.util.List;

/// Who runs services.
///
/// @param services in the order of lists
record PublishedOrganization(Item item, List<PublishedService> services) {}
