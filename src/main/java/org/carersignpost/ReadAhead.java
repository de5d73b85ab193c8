package org.carersignpost;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.understanding.Meanings;
import org.carersignpost.understanding.Understanding;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/// Reads the knowledge base and the model while the rest of the service is put together, which
/// halves the time to start.
///
/// Whoever needs one of them waits for it; a fault in their files stops the start as if they had
/// been read there.
final class ReadAhead implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    GenericApplicationContext beans = (GenericApplicationContext) context;
    Environment settings = context.getEnvironment();
    beans.registerBean(Understanding.class, inBackground(() -> understanding(settings)));
    beans.registerBean(
        Knowledge.class, inBackground(() -> new Knowledge(settings, Meanings::directionOf)));
  }

  private static Understanding understanding(Environment settings) {
    String models =
        settings.getProperty(
            "signpost.models-dir", settings.getProperty("signpost.data-dir", "data") + "/models");
    return Understanding.load(
        Path.of(settings.getProperty("signpost.knowledge-base", "knowledge-base")),
        Path.of(models));
  }

  private static <T> Supplier<T> inBackground(Supplier<T> reading) {
    CompletableFuture<T> future =
        CompletableFuture.supplyAsync(
            reading, task -> Thread.ofPlatform().daemon().name("read-ahead").start(task));
    return () -> {
      try {
        return future.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    };
  }
}
