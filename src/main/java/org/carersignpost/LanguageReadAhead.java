package org.carersignpost;

import org.carersignpost.understanding.Understanding;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Reads what is needed for other languages once the service is ready, so that it is neither in the
/// way of the start nor of the first carer who writes in one.
@Component
final class LanguageReadAhead {
  private final Understanding understanding;

  LanguageReadAhead(Understanding understanding) {
    this.understanding = understanding;
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    understanding.readAhead();
  }
}
