package org.carersignpost.knowledge;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks at the files of the knowledge base several times a second, and has them read again when
/// one has changed.
///
/// It compares names, sizes and times rather than being told by the system, because that also works
/// on a shared disk. Files that are still being written are left alone until they stand still.
final class KnowledgeWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(KnowledgeWatch.class);

  private final Knowledge knowledge;
  private final Duration every;
  private final Consumer<String> changed;

  private volatile boolean running;

  /// What the files looked like when they were last read.
  private String read;

  /// What they looked like at the last look.
  private String seen;

  /// @param every how often to look; a change is read after two looks
  /// @param changed is told the version of every new state
  KnowledgeWatch(Knowledge knowledge, Duration every, Consumer<String> changed) {
    this.knowledge = knowledge;
    this.every = every;
    this.changed = changed;
    this.read = knowledge.fingerprint();
    this.seen = read;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().daemon().name("knowledge-watch").start(this::watch);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void watch() {
    while (running) {
      try {
        Thread.sleep(every);
        look();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // A bug must not end the watch; the last good state goes on.
        LOG.error("The knowledge base could not be read again", e);
      }
    }
  }

  /// Has the files read if they have changed and stand still.
  synchronized void look() {
    String now;
    try {
      now = knowledge.fingerprint();
    } catch (UncheckedIOException e) {
      // A file went away while we looked: it is being replaced.
      return;
    }
    boolean standsStill = now.equals(seen);
    seen = now;
    if (standsStill && !now.equals(read)) {
      read = now;
      reload();
    }
  }

  /// Has the files read again, whatever they look like.
  synchronized void reload() {
    if (knowledge.reload() instanceof Knowledge.Reloaded.Changed(String version)) {
      changed.accept(version);
    }
  }
}
