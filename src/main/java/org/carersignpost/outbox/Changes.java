package org.carersignpost.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whoever wants to know that a text has changed.
final class Changes {
  private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

  private final List<Consumer<Outbox.Changed>> listeners = new CopyOnWriteArrayList<>();

  void add(Consumer<Outbox.Changed> listener) {
    listeners.add(listener);
  }

  void tell(String conversation, OutgoingId id) {
    Outbox.Changed changed = new Outbox.Changed(conversation, id);
    for (Consumer<Outbox.Changed> listener : listeners) {
      try {
        listener.accept(changed);
      } catch (RuntimeException e) {
        LOG.error("A listener failed at {}: {}", id, e.getClass().getName());
      }
    }
  }
}
