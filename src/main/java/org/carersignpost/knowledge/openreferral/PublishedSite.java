package org.carersignpost.knowledge.openreferral;

/// A service at one of its sites.
record PublishedSite(Item item, PublishedService service) {}
