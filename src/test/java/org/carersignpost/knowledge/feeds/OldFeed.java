package org.carersignpost.knowledge.feeds;

/// A page of version 1.0 with one fictional service.
final class OldFeed {
  private OldFeed() {}

  static String page() {
    return """
    {"totalElements": 1, "totalPages": 1, "number": 1, "size": 1, "first": true, "last": true,
     "empty": false, "content": [{
      "id": "1234", "name": "Memory cafe", "description": "<p>Friendly cafe for people with dementia.</p>",
      "url": "https://example.org/cafe", "email": "cafe@example.org",
      "organization": {"id": "o1", "name": "Fictional Trust", "description": "x", "url": "https://example.org"},
      "contacts": [{"id": "c1", "title": "Office", "phones": [{"id": "p1", "number": "(01632) 960 007"}]}],
      "eligibilitys": [{"id": "e1", "eligibility": "Adults", "minimum_age": 18}],
      "regular_schedules": [{"id": "r1", "byday": "TU", "freq": "WEEKLY", "opens_at": "10:00", "closes_at": "12:00"}],
      "holiday_schedules": [{"id": "h1", "closed": true, "start_date": "2026-12-22", "end_date": "2027-01-02"}],
      "service_areas": [{"id": "a1", "service_area": "Winchester City Council area"}],
      "service_taxonomys": [{"id": "t1", "taxonomy": {"id": "x", "name": "Dementia support", "vocabulary": "y"}}],
      "reviews": [{"id": "v1", "score": "9"}]}]}
    """;
  }
}
