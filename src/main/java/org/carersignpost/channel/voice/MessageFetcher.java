package org.carersignpost.channel.voice;

import java.util.Optional;
import org.carersignpost.conversation.Voicemails;
import org.carersignpost.handoff.PhoneCarrier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/// Brings the messages of callers home.
final class MessageFetcher {
  private static final Logger log = LoggerFactory.getLogger(MessageFetcher.class);

  private final ObjectProvider<Voicemails> voicemails;
  private final PhoneCarrier carrier;

  MessageFetcher(ObjectProvider<Voicemails> voicemails, PhoneCarrier carrier) {
    this.voicemails = voicemails;
    this.carrier = carrier;
  }

  private Optional<Voicemails.Sound> sound(String recording) {
    return carrier
        .recording(recording)
        .map(found -> new Voicemails.Sound(found.sound(), found.mediaType()));
  }

  @Scheduled(fixedDelay = 2_000, initialDelay = 5_000)
  void fetch() {
    try {
      voicemails.ifAvailable(here -> here.fetch(this::sound, carrier::erase));
    } catch (DataAccessException e) {
      log.debug("Messages wait to be fetched: {}", e.getClass().getSimpleName());
    }
  }
}
