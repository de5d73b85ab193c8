package org.carersignpost.knowledge.feeds;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.carersignpost.knowledge.feeds.FeedClient.Answer;
import org.carersignpost.knowledge.feeds.FeedClient.Validators;
import org.carersignpost.knowledge.feeds.FeedFile.Manifest;
import org.carersignpost.knowledge.feeds.FeedRun.Detail;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// A feed on the web: its description, its pages, and the details of each record.
final class WebFeed {
  private static final int PER_PAGE = 100;
  private static final int MOST_PAGES_LOST_IN_A_ROW = 3;

  private final FeedClient client;
  private final URI base;
  private final FeedLimits limits;

  WebFeed(FeedClient client, URI base, FeedLimits limits) {
    this.client = client;
    this.base = base;
    this.limits = limits;
  }

  /// What a feed says of itself before its records are read.
  ///
  /// @param first its first page
  record Opening(
      FeedVersion version, Optional<String> licence, byte[] first, Validators validators) {}

  /// @return empty when nothing has changed since
  /// @throws FeedUnreadableException when there is nothing to begin with
  Optional<Opening> open(Validators since, Optional<Manifest> last) {
    Answer answer = client.get(page(1), since, Pages::isWhole);
    return switch (answer) {
      case Answer.NotModified() when !since.isEmpty() -> Optional.empty();
      case Answer.NotModified() ->
          throw new FeedUnreadableException(
              "the first page: status 304 without being asked for it");
      case Answer.Failed failed ->
          throw new FeedUnreadableException("the first page: " + failed.reason());
      case Answer.Body(byte[] first, Validators validators) ->
          Optional.of(opening(first, validators, last));
    };
  }

  private Opening opening(byte[] first, Validators validators, Optional<Manifest> last) {
    Optional<ObjectNode> about =
        client.get(base(), Validators.NONE, Pages::isWhole) instanceof Answer.Body(byte[] body, _)
            ? Pages.object(body)
            : Optional.empty();
    Optional<FeedVersion> named =
        about.flatMap(tree -> Fields.text(tree, "version")).flatMap(FeedVersion::named);
    Optional<FeedVersion> version =
        named
            .or(() -> head(first).version())
            .or(() -> last.flatMap(manifest -> FeedVersion.numbered(manifest.version())));
    Optional<String> licence =
        about.flatMap(tree ->
            Fields.text(tree, "license")
                .or(() -> Fields.text(tree, "licence"))
                .or(() -> Fields.text(tree, "license_url")));
    return new Opening(
        version.orElseThrow(() ->
            new FeedUnreadableException(
                "it names no version that we know, nor do its pages show one")),
        licence.map(Guard::shown),
        first,
        validators);
  }

  private static Pages.Head head(byte[] page) {
    try {
      return Pages.read(page, _ -> {});
    } catch (JacksonException e) {
      throw new FeedUnreadableException("the first page: " + Guard.shown(e.getOriginalMessage()));
    }
  }

  /// Hands every record to a run, until the last page, an empty one, or a limit.
  void read(Opening opening, FeedRun run) {
    byte[] body = opening.first();
    int lost = 0;
    for (int number = 1; number <= limits.mostPages(); number++) {
      if (number > 1) {
        Answer answer = client.get(page(number), Validators.NONE, Pages::isWhole);
        if (!(answer instanceof Answer.Body(byte[] next, _))) {
          run.failed("page " + number + ": " + reason(answer));
          if (++lost == MOST_PAGES_LOST_IN_A_ROW || client.isSpent()) {
            return;
          }
          continue;
        }
        body = next;
      }
      lost = 0;
      if (isEnd(body, number, opening.version(), run)) {
        return;
      }
    }
    run.failed("it has more than " + limits.mostPages() + " pages");
  }

  private static String reason(Answer answer) {
    return answer instanceof Answer.Failed failed ? failed.reason() : "status 304";
  }

  private boolean isEnd(byte[] body, int number, FeedVersion version, FeedRun run) {
    int before = run.seen();
    int[] place = new int[1];
    Pages.Head head;
    try {
      head =
          Pages.read(
              body,
              record ->
                  run.listed(
                      record,
                      "page " + number + ", record " + ++place[0],
                      version,
                      false,
                      this::detail));
    } catch (JacksonException e) {
      run.failed("page " + number + ": " + Guard.shown(e.getOriginalMessage()));
      return false;
    }
    if (run.isFull() || run.hasFailedTooOften() || client.isSpent()) {
      run.failed("a limit was reached on page " + number + ", so the rest was not read");
      return true;
    }
    if (!head.isList() && head.records() == 0) {
      run.failed("page " + number + " holds no list");
      return true;
    }
    if (head.records() == 0 || head.isLast() || !head.isList()) {
      return true;
    }
    if (run.seen() == before) {
      // A server that does not know pages, or goes on with its last one for ever.
      if (head.total().filter(total -> run.seen() >= total).isEmpty()) {
        run.failed("page " + number + " holds nothing new, though it is not called the last");
      }
      return true;
    }
    return false;
  }

  private Detail detail(String id, ObjectNode listed) {
    URI address = URI.create(services() + "/" + encoded(id));
    return switch (client.get(address, Validators.NONE, Pages::isWhole)) {
      case Answer.Body(byte[] body, _) -> detail(id, address, Pages.object(body));
      case Answer.Failed failed -> unread("its details cannot be read: " + failed.reason());
      case Answer.NotModified() -> unread("its details cannot be read: status 304");
    };
  }

  private static Detail detail(String id, URI address, Optional<ObjectNode> whole) {
    boolean same =
        whole.flatMap(tree -> Fields.text(tree, "id")).filter(id::equalsIgnoreCase).isPresent();
    return same
        ? new Detail(whole, Optional.of(address.toString()), "")
        : unread("its details are those of another record");
  }

  private static Detail unread(String reason) {
    return new Detail(Optional.empty(), Optional.empty(), reason);
  }

  private URI base() {
    return URI.create(base + "/");
  }

  private String services() {
    return base + "/services";
  }

  private URI page(int number) {
    return URI.create(services() + "?page=" + number + "&per_page=" + PER_PAGE);
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
