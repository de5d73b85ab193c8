package org.carersignpost.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.carersignpost.knowledge.feeds.FeedFolder;
import org.carersignpost.knowledge.feeds.FeedProperties;
import org.carersignpost.knowledge.feeds.FeedShelf;
import org.carersignpost.knowledge.feeds.Here;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// Where what is known comes from.
///
/// @param root the folder that editors write
/// @param feeds other people's directories, if any can be there
record Sources(Path root, Optional<FeedShelf> feeds) {

  /// What was read of them.
  ///
  /// @param written what editors wrote
  /// @param all the same with the services of the feeds
  record Read(KnowledgeBase written, KnowledgeBase all) {}

  static Sources of(Environment environment) {
    List<String> believed =
        Binder.get(environment)
            .bind("signpost", FeedProperties.class)
            .map(properties -> properties.feeds().stream().map(FeedProperties.Feed::id).toList())
            .orElse(List.of());
    return new Sources(
        Path.of(environment.getProperty("signpost.knowledge-base", "knowledge-base")),
        Optional.of(new FeedShelf(new FeedFolder(folder(environment)), believed)));
  }

  /// Where the files of feeds are.
  static Path folder(Environment environment) {
    String set = environment.getProperty("signpost.feeds-dir");
    return set == null
        ? FeedFolder.in(Path.of(environment.getProperty("signpost.data-dir", "data")))
        : Path.of(set);
  }

  /// @param damaged is told of each feed that cannot be used, and is left out
  /// @throws org.carersignpost.knowledge.files.KnowledgeException naming every fault of the folder
  /// @throws java.io.UncheckedIOException if the folder cannot be read
  Read read(Consumer<String> damaged) {
    Here here = Here.read(root);
    return new Read(here.base(), feeds.map(shelf -> shelf.with(here, damaged)).orElse(here.base()));
  }

  /// What the files look like from outside; another when one has been written.
  ///
  /// @throws java.io.UncheckedIOException if they cannot be read, as while they are being replaced
  String fingerprint() {
    return KnowledgeBase.fingerprint(root) + feeds.map(FeedShelf::fingerprint).orElse("");
  }
}
