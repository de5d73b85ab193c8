package org.carersignpost.knowledge.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.carersignpost.knowledge.files.KnowledgeBase;

/// The feeds that have been read, as carers are answered from them.
public final class FeedShelf {
  private final FeedFolder folder;
  private final List<String> believed;

  /// @param folder where the files of feeds are, or will be
  /// @param believed ids of feeds in the order in which they are believed; others come after them
  public FeedShelf(FeedFolder folder, List<String> believed) {
    this.folder = folder;
    this.believed = List.copyOf(believed);
  }

  /// What the files look like from outside; another when one has been written.
  ///
  /// @throws UncheckedIOException if the folder cannot be read
  public String fingerprint() {
    return Files.isDirectory(folder.path()) ? KnowledgeBase.fingerprint(folder.path()) : "";
  }

  /// The knowledge base together with the services of the feeds, each once.
  ///
  /// @param here what editors wrote
  /// @param damaged is told of each file that cannot be used, and is left out
  public KnowledgeBase with(Here here, Consumer<String> damaged) {
    List<FeedFile> feeds = feeds(damaged);
    if (feeds.isEmpty()) {
      return here.base();
    }
    StringBuilder versions = new StringBuilder(here.base().version());
    feeds.forEach(feed -> versions.append(feed.digest()));
    return here.base().with(Merging.of(here, feeds).services(), Ids.hash(versions.toString()));
  }

  private List<FeedFile> feeds(Consumer<String> damaged) {
    List<FeedFile> feeds = new ArrayList<>();
    try {
      for (String id : folder.ids()) {
        try {
          FeedFile feed = FeedFile.read(folder.file(id));
          feed.forEachHead(_ -> {});
          feeds.add(feed);
        } catch (IOException | UncheckedIOException e) {
          damaged.accept("the file of the feed %s: %s".formatted(id, e.getMessage()));
        }
      }
    } catch (IOException e) {
      damaged.accept("the folder of feeds: " + e.getMessage());
    }
    feeds.sort(Comparator.comparingInt(this::place));
    return feeds;
  }

  private int place(FeedFile feed) {
    int place = believed.indexOf(feed.manifest().feed());
    return place < 0 ? believed.size() : place;
  }
}
