package org.carersignpost.console.login;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// Sessions in Redis that never break a page while Redis is away: one that cannot be found counts
/// as not there, and one that cannot be kept there is kept by this copy of the service until it
/// can.
///
/// So the pages that are open to all stay open, and the administrator of the environment can log in
/// at any time.
final class PatientSessions<S extends Session> implements SessionRepository<S> {
  private static final Logger LOG = LoggerFactory.getLogger(PatientSessions.class);
  private static final int MOST_KEPT_HERE = 100;

  private final SessionRepository<S> redis;
  private final LinkedHashMap<String, S> keptHere = new LinkedHashMap<>();

  PatientSessions(SessionRepository<S> redis) {
    this.redis = redis;
  }

  @Override
  public S createSession() {
    return redis.createSession();
  }

  @Override
  public void save(S session) {
    try {
      redis.save(session);
      forget(session.getId());
    } catch (IllegalStateException e) {
      // Somebody logged out in the meantime, in another request of the same session.
      LOG.debug("A session that has ended is not kept");
      forget(session.getId());
    } catch (RuntimeException e) {
      LOG.debug("A session is kept here: {}", e.getClass().getSimpleName());
      keep(session);
    }
  }

  @Override
  public @Nullable S findById(String id) {
    S here = keptHere(id);
    if (here != null) {
      return here;
    }
    try {
      return redis.findById(id);
    } catch (RuntimeException e) {
      LOG.debug("A session is not found: {}", e.getClass().getSimpleName());
      return null;
    }
  }

  @Override
  public void deleteById(String id) {
    forget(id);
    try {
      redis.deleteById(id);
    } catch (RuntimeException e) {
      LOG.warn("A session could not be removed; it ends by itself when nobody uses it");
    }
  }

  private synchronized void keep(S session) {
    keptHere.put(session.getId(), session);
    if (keptHere.size() > MOST_KEPT_HERE) {
      keptHere.pollFirstEntry();
    }
  }

  private synchronized void forget(String id) {
    keptHere.remove(id);
  }

  private synchronized @Nullable S keptHere(String id) {
    S session = keptHere.get(id);
    if (session != null && session.isExpired()) {
      keptHere.remove(id);
      return null;
    }
    return session;
  }
}
