package org.carersignpost.knowledge.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;

/// Asks a feed's server politely and safely: public addresses only, at most three redirections, one
/// request at a time with a pause between, and never more than the limits.
final class FeedClient implements AutoCloseable {
  private static final int MOST_REDIRECTIONS = 3;
  private static final String AGENT = "carer-signpost (Open Referral UK import)";

  private final CloseableHttpClient client;
  private final FeedLimits limits;
  private final Duration delay;
  private final long start = System.nanoTime();
  private long bytes;
  private int requests;

  /// @param addresses where it may connect to
  /// @param delay between two requests
  FeedClient(PublicAddresses addresses, FeedLimits limits, Duration delay) {
    this.limits = limits;
    this.delay = delay;
    Timeout wait = Timeout.of(limits.perRequest());
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(addresses)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(wait)
                            .setSocketTimeout(wait)
                            .build())
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(wait).build())
            .setUserAgent(AGENT)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  /// What a server said.
  sealed interface Answer {
    /// @param bytes all of it, unpacked
    record Body(byte[] bytes, Validators validators) implements Answer {}

    /// Nothing has changed since.
    record NotModified() implements Answer {}

    /// @param reason in plain words
    /// @param mayPass whether it is worth asking again, now or at the next run
    /// @param asked how long the server asks us to wait
    record Failed(String reason, boolean mayPass, Optional<Duration> asked) implements Answer {}
  }

  /// By what a server knows that nothing has changed.
  record Validators(Optional<String> etag, Optional<String> lastModified) {
    static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    boolean isEmpty() {
      return etag.isEmpty() && lastModified.isEmpty();
    }
  }

  /// How many requests were made so far.
  int requests() {
    return requests;
  }

  /// Whether the time or the bytes of a whole run are used up.
  boolean isSpent() {
    return bytes >= limits.bytesInAll() || System.nanoTime() - start >= limits.inAll().toNanos();
  }

  /// Asks until there is an answer or no sense in asking.
  ///
  /// @param isWhole whether a body came through whole; half a one counts as a failure
  Answer get(URI address, Validators since, Predicate<byte[]> isWhole) {
    Answer.Failed last =
        new Answer.Failed("the time for this feed is used up", true, Optional.empty());
    Duration backOff = limits.backOff();
    for (int attempt = 1; attempt <= limits.attempts() && !isSpent(); attempt++) {
      Answer answer = followed(address, since);
      if (answer instanceof Answer.Body(byte[] body, _) && !isWhole.test(body)) {
        answer = new Answer.Failed("half an answer, or no JSON", true, Optional.empty());
      }
      if (!(answer instanceof Answer.Failed failed)) {
        return answer;
      }
      last = failed;
      if (!failed.mayPass()) {
        return failed;
      }
      if (attempt < limits.attempts()) {
        pause(shorter(failed.asked().orElse(backOff), limits.longestBackOff()));
        backOff = shorter(backOff.multipliedBy(2), limits.longestBackOff());
      }
    }
    return last;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Answer followed(URI address, Validators since) {
    URI here = address;
    for (int hop = 0; hop <= MOST_REDIRECTIONS; hop++) {
      Optional<String> refusal = refusal(here);
      if (refusal.isPresent()) {
        return failed(refusal.get(), false);
      }
      pause(requests == 0 ? Duration.ZERO : delay);
      requests++;
      Reply reply = reply(here, since);
      if (reply.redirection().isEmpty()) {
        return reply.answer();
      }
      Optional<URI> next = next(here, reply.redirection().get());
      if (next.isEmpty()) {
        return failed("sent us to an address that is none, or that is less safe", false);
      }
      here = next.get();
    }
    return failed("sent us on more than " + MOST_REDIRECTIONS + " times", false);
  }

  private static Answer.Failed failed(String reason, boolean mayPass) {
    return new Answer.Failed(reason, mayPass, Optional.empty());
  }

  /// Why an address is not asked at all; where it leads is checked when it is connected to.
  static Optional<String> refusal(URI address) {
    String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return Optional.of("only http and https addresses are read");
    }
    if (address.getRawUserInfo() != null) {
      return Optional.of("an address with a name or password in it is not read");
    }
    return address.getHost() == null ? Optional.of("the address has no host") : Optional.empty();
  }

  private static Optional<URI> next(URI here, String location) {
    try {
      URI next = here.resolve(location);
      boolean lessSafe = "https".equals(here.getScheme()) && !"https".equals(next.getScheme());
      return lessSafe ? Optional.empty() : Optional.of(next);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private record Reply(Answer answer, Optional<String> redirection) {}

  private Reply reply(URI address, Validators since) {
    HttpGet request = new HttpGet(address);
    request.setHeader("Accept", "application/json");
    since.etag().ifPresent(etag -> request.setHeader("If-None-Match", etag));
    since.lastModified().ifPresent(date -> request.setHeader("If-Modified-Since", date));
    // The library limits each read; a server that sends a byte a second would keep us for ever.
    Thread watch = Thread.ofVirtual().start(() -> cancelLater(request));
    try {
      return client.execute(request, this::read);
    } catch (PublicAddresses.RefusedException e) {
      return new Reply(failed(String.valueOf(e.getMessage()), false), Optional.empty());
    } catch (InterruptedIOException e) {
      return new Reply(failed("no answer in time", true), Optional.empty());
    } catch (IOException | RuntimeException e) {
      return new Reply(failed(Guard.shown(String.valueOf(e)), true), Optional.empty());
    } finally {
      watch.interrupt();
    }
  }

  private void cancelLater(HttpGet request) {
    try {
      Thread.sleep(limits.perRequest());
      request.cancel();
    } catch (InterruptedException answered) {
      Thread.currentThread().interrupt();
    }
  }

  private Reply read(ClassicHttpResponse response) throws IOException {
    int code = response.getCode();
    if (code == 304) {
      return new Reply(new Answer.NotModified(), Optional.empty());
    }
    if (code >= 300 && code < 400) {
      return new Reply(failed("status " + code, false), header(response, "Location"));
    }
    if (code != 200) {
      boolean mayPass = code >= 500 || code == 429 || code == 408;
      return new Reply(
          new Answer.Failed("status " + code, mayPass, wait(response)), Optional.empty());
    }
    HttpEntity entity = response.getEntity();
    byte[] body = new byte[0];
    if (entity != null) {
      try (InputStream content = entity.getContent()) {
        body = content.readNBytes(limits.bytesPerAnswer() + 1);
        bytes += body.length;
        if (body.length > limits.bytesPerAnswer()) {
          return new Reply(
              failed("more than " + limits.bytesPerAnswer() + " bytes in one answer", false),
              Optional.empty());
        }
      }
    }
    return new Reply(
        new Answer.Body(
            body, new Validators(header(response, "ETag"), header(response, "Last-Modified"))),
        Optional.empty());
  }

  private static Optional<String> header(ClassicHttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name))
        .map(Header::getValue)
        .filter(value -> value.length() <= 2_000);
  }

  private static Optional<Duration> wait(ClassicHttpResponse response) {
    return header(response, "Retry-After")
        .flatMap(value -> {
          if (value.matches("[0-9]{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
          }
          try {
            ZonedDateTime until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration left = Duration.between(ZonedDateTime.now(until.getZone()), until);
            return Optional.of(left).filter(wait -> !wait.isNegative());
          } catch (DateTimeParseException e) {
            return Optional.empty();
          }
        });
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
