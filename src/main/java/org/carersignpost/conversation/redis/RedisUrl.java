package org.carersignpost.conversation.redis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where Redis is, as an operator writes it in `REDIS_URL`.
///
/// - one server: `redis://[user:password@]host[:port][/database]`, with `rediss://` over TLS;
/// - watched by sentinels:
///   `redis-sentinel://[user:password@]host[:port],host[:port][/database]#master`, the password
///   being that of the servers; `rediss-sentinel://` over TLS;
/// - a cluster: several addresses of the first kind with commas between, with the same user and
///   password.
///
/// Special characters in a password are written `%XX`, as in every URL. A password alone may stand
/// before the `@`.
///
/// @param kind one of the three
/// @param nodes servers, or the sentinels
/// @param credentials what the servers ask for
/// @param database its number; 0 in a cluster
/// @param master the name that the sentinels know, else empty
/// @param tls whether the connection is encrypted
record RedisUrl(
    Kind kind,
    List<Node> nodes,
    Credentials credentials,
    int database,
    String master,
    boolean tls) {

  private static final int SERVER_PORT = 6379;
  private static final int SENTINEL_PORT = 26_379;
  private static final int LARGEST_PORT = 65_535;
  private static final int MOST_NODES = 100;
  private static final Pattern WHOLE =
      Pattern.compile(
          "(rediss?(?:-sentinel)?)://(?:([^@]*)@)?([^/?#@]+)(?:/([0-9]{0,4}))?(?:#(.+))?");
  private static final Pattern NODE =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(?::([0-9]{1,5}))?");

  /// How the servers stand together.
  enum Kind {
    ALONE,
    SENTINEL,
    CLUSTER
  }

  /// One address.
  record Node(String host, int port) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /// What is asked for at the door; both may be empty.
  record Credentials(Optional<String> user, Optional<String> password) {
    static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

    // A password must not reach a log.
    @Override
    public String toString() {
      return "Credentials[given=" + password.isPresent() + "]";
    }
  }

  RedisUrl {
    nodes = List.copyOf(nodes);
  }

  /// Reads it.
  ///
  /// @throws RedisException if it is none of the three; the message does not repeat it, for it may
  ///   hold a password
  static RedisUrl parse(String text) {
    String url = text.strip();
    return url.matches("rediss?://.*,.*") ? cluster(url) : single(url);
  }

  private static RedisUrl cluster(String url) {
    List<RedisUrl> parts =
        Arrays.stream(url.split(","))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .limit(MOST_NODES)
            .map(RedisUrl::single)
            .toList();
    RedisUrl first = parts.getFirst();
    for (RedisUrl part : parts) {
      if (part.kind != Kind.ALONE || part.database != 0) {
        throw unreadable("a cluster is a list of redis:// addresses without a database");
      }
      if (part.tls != first.tls || !part.credentials.equals(first.credentials)) {
        throw unreadable("all addresses of a cluster need the same scheme, user and password");
      }
    }
    List<Node> nodes = parts.stream().flatMap(part -> part.nodes.stream()).toList();
    return new RedisUrl(Kind.CLUSTER, nodes, first.credentials, 0, "", first.tls);
  }

  private static RedisUrl single(String url) {
    Matcher whole = WHOLE.matcher(url);
    if (!whole.matches()) {
      throw unreadable("it must look like redis://host:6379");
    }
    boolean sentinel = whole.group(1).endsWith("-sentinel");
    String master = Optional.ofNullable(whole.group(5)).orElse("");
    if (sentinel == master.isEmpty()) {
      throw unreadable(
          "the name of the master after # belongs to redis-sentinel:// and only there");
    }
    int defaultPort = sentinel ? SENTINEL_PORT : SERVER_PORT;
    List<Node> nodes =
        Arrays.stream(whole.group(3).split(","))
            .limit(MOST_NODES)
            .map(node -> node(node.strip(), defaultPort))
            .toList();
    return new RedisUrl(
        sentinel ? Kind.SENTINEL : Kind.ALONE,
        nodes,
        credentials(Optional.ofNullable(whole.group(2)).orElse("")),
        database(Optional.ofNullable(whole.group(4)).orElse("")),
        master,
        whole.group(1).startsWith("rediss"));
  }

  private static Node node(String text, int defaultPort) {
    Matcher node = NODE.matcher(text);
    if (!node.matches()) {
      throw unreadable("a server is written host:port");
    }
    int port = Optional.ofNullable(node.group(2)).map(Integer::parseInt).orElse(defaultPort);
    if (port == 0 || port > LARGEST_PORT) {
      throw unreadable("a port is a number from 1 to " + LARGEST_PORT);
    }
    return new Node(node.group(1).replace("[", "").replace("]", ""), port);
  }

  private static int database(String text) {
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private static Credentials credentials(String text) {
    if (text.isEmpty()) {
      return Credentials.NONE;
    }
    int colon = text.indexOf(':');
    String user = colon < 0 ? "" : decoded(text.substring(0, colon));
    String password = decoded(text.substring(colon + 1));
    return new Credentials(given(user), given(password));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw unreadable("a percent sign in the password is written %25");
    }
  }

  private static RedisException unreadable(String why) {
    return new RedisException("REDIS_URL cannot be read: " + why + ".");
  }
}
