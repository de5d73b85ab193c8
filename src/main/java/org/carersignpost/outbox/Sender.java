package org.carersignpost.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.carersignpost.privacy.Shard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/// Looks about every second, and whenever it is woken, for texts that are due, and starts them on
/// their way. Several copies of the service may do so on one Redis.
///
/// Without Redis nothing is sent; it goes on when Redis is back.
final class Sender implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  /// One shard may fill this part of the room there is.
  private static final int PART_OF_ROOM = 16;

  private final Entries entries;
  private final Departure departure;
  private final OutboxProperties properties;
  private final Clock clock;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile @Nullable Running running;

  Sender(Entries entries, Departure departure, OutboxProperties properties, Clock clock) {
    this.entries = entries;
    this.departure = departure;
    this.properties = properties;
    this.clock = clock;
  }

  /// From a start to the next stop.
  private record Running(Thread loop, Lane alerts, Lane texts, Lane lookUps) {
    List<Lane> lanes() {
      return List.of(alerts, texts, lookUps);
    }
  }

  /// Looks at once.
  void wake() {
    if (wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  @Override
  public synchronized void start() {
    if (running == null) {
      int concurrency = properties.concurrency();
      Running next =
          new Running(
              Thread.ofVirtual().name("outbox").unstarted(this::run),
              new Lane("alerts", concurrency, departure::sendAlert, this::wake),
              new Lane("texts", concurrency, departure::send, this::wake),
              new Lane("look-ups", concurrency, departure::lookAfter, this::wake));
      running = next;
      next.loop().start();
    }
  }

  @Override
  public synchronized void stop() {
    Running last = running;
    if (last == null) {
      return;
    }
    running = null;
    wake();
    last.lanes().forEach(Lane::stop);
    long end = System.nanoTime() + LONGEST_STOP.toNanos();
    try {
      last.loop().join(LONGEST_STOP);
      for (Lane lane : last.lanes()) {
        if (!lane.awaitStopped(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
          LOG.warn("A text was still being handed over; it is looked up after the next start");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  private void run() {
    Running mine = running;
    while (mine != null && mine.equals(running)) {
      try {
        sweep(mine);
      } catch (RuntimeException e) {
        LOG.error("A sweep of the outbox failed: {}", e.getClass().getName());
      }
      try {
        if (wakeUps.tryAcquire(properties.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
          wakeUps.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void sweep(Running mine) {
    Instant now = clock.instant();
    int mostAlerts = mostOfAShard(mine.alerts());
    int mostTexts = departure.isCrowded() ? 0 : mostOfAShard(mine.texts());
    int mostLookUps = mostOfAShard(mine.lookUps());
    List<Entries.Due> found =
        new ArrayList<>(
            InEveryShard.ask(shard -> due(shard, now, mostAlerts, mostTexts, mostLookUps)));
    // No shard is always the first.
    Collections.shuffle(found);
    offer(mine.alerts(), found, Entries.Due::urgent, mostAlerts);
    offer(mine.texts(), found, Entries.Due::ordinary, mostTexts);
    offer(mine.lookUps(), found, Entries.Due::overdue, mostLookUps);
  }

  private static int mostOfAShard(Lane lane) {
    return Math.ceilDiv(lane.room(), PART_OF_ROOM);
  }

  private Entries.Due due(
      Shard shard, Instant now, int mostAlerts, int mostTexts, int mostLookUps) {
    try {
      return entries.sweep(shard, now, mostAlerts, mostTexts, mostLookUps);
    } catch (DataAccessException | IllegalStateException e) {
      // Another shard may lie on a server that answers.
      LOG.debug("Shard {} cannot be looked at: {}", shard.tag(), e.getClass().getSimpleName());
      return new Entries.Due(List.of(), List.of(), List.of());
    }
  }

  /// The first of every shard, then the second of every shard, and so on: whoever has waited
  /// longest in each.
  private static void offer(
      Lane lane,
      List<Entries.Due> found,
      Function<Entries.Due, List<OutgoingId>> kind,
      int mostOfEach) {
    List<List<OutgoingId>> shards = found.stream().map(kind).toList();
    for (int i = 0; i < mostOfEach; i++) {
      for (List<OutgoingId> shard : shards) {
        if (i < shard.size()) {
          lane.offer(shard.get(i));
        }
      }
    }
    if (mostOfEach > 0 && shards.stream().anyMatch(shard -> shard.size() >= mostOfEach)) {
      lane.expectMore();
    }
  }
}
