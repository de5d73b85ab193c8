package org.carersignpost.conversation.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisNode;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/// Connections as a carer needs them: an answer within half a second, or a refusal.
///
/// While Redis is away every command is refused at once. A command that was on its way when the
/// connection broke is refused too and never sent again behind the back of who asked: it may have
/// been done already.
final class Connections {
  private static final Duration COMMAND = Duration.ofMillis(500);
  private static final Duration CONNECT = Duration.ofMillis(500);
  private static final Duration START_WAITS = Duration.ofSeconds(2);
  // It runs already; only a machine that is very busy starting lets it wait.
  private static final Duration START_WAITS_FOR_OURS = Duration.ofSeconds(15);
  private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(30);
  private static final int MOST_WAITING_COMMANDS = 10_000;

  // Opened before, and closed after, everything else that has a phase.
  private static final int PHASE = Integer.MIN_VALUE + 1_000;

  private Connections() {}

  /// @param resources threads shared with others; without them the connections bring their own
  static LettuceConnectionFactory to(RedisUrl url, Optional<ClientResources> resources) {
    return to(url, resources, START_WAITS);
  }

  private static LettuceConnectionFactory to(
      RedisUrl url, Optional<ClientResources> resources, Duration startWaits) {
    String place =
        url.nodes().stream().map(RedisUrl.Node::toString).collect(Collectors.joining(", "));
    GatedConnections connections =
        new GatedConnections(configuration(url), client(url, resources), place, startWaits);
    SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("redis-");
    executor.setVirtualThreads(true);
    connections.setExecutor(executor);
    connections.setPhase(PHASE);
    return connections;
  }

  /// The connections to our own Redis.
  static LettuceConnectionFactory to(EmbeddedRedis redis, Optional<ClientResources> resources) {
    RedisUrl url =
        new RedisUrl(
            RedisUrl.Kind.ALONE,
            List.of(new RedisUrl.Node("127.0.0.1", redis.port())),
            new RedisUrl.Credentials(Optional.empty(), Optional.of(redis.password())),
            0,
            "",
            false);
    return to(url, resources, START_WAITS_FOR_OURS);
  }

  private static RedisConfiguration configuration(RedisUrl url) {
    return switch (url.kind()) {
      case ALONE -> alone(url);
      case SENTINEL -> sentinel(url);
      case CLUSTER -> cluster(url);
    };
  }

  private static RedisConfiguration alone(RedisUrl url) {
    RedisUrl.Node node = url.nodes().getFirst();
    RedisStandaloneConfiguration alone = new RedisStandaloneConfiguration(node.host(), node.port());
    alone.setDatabase(url.database());
    url.credentials().user().ifPresent(alone::setUsername);
    url.credentials().password().ifPresent(alone::setPassword);
    return alone;
  }

  private static RedisConfiguration sentinel(RedisUrl url) {
    RedisSentinelConfiguration sentinel = new RedisSentinelConfiguration();
    sentinel.setMaster(url.master());
    sentinel.setDatabase(url.database());
    url.nodes().forEach(node -> sentinel.addSentinel(redisNode(node)));
    url.credentials().user().ifPresent(sentinel::setUsername);
    url.credentials().password().ifPresent(sentinel::setPassword);
    return sentinel;
  }

  private static RedisConfiguration cluster(RedisUrl url) {
    RedisClusterConfiguration cluster = new RedisClusterConfiguration();
    url.nodes().forEach(node -> cluster.addClusterNode(redisNode(node)));
    url.credentials().user().ifPresent(cluster::setUsername);
    url.credentials().password().ifPresent(cluster::setPassword);
    return cluster;
  }

  private static RedisNode redisNode(RedisUrl.Node node) {
    return new RedisNode(node.host(), node.port());
  }

  private static LettuceClientConfiguration client(
      RedisUrl url, Optional<ClientResources> resources) {
    LettuceClientConfiguration.LettuceClientConfigurationBuilder builder =
        LettuceClientConfiguration.builder();
    if (url.tls()) {
      builder.useSsl();
    }
    resources.ifPresent(builder::clientResources);
    return builder
        .clientName("carer-signpost")
        .commandTimeout(COMMAND)
        .shutdownQuietPeriod(Duration.ZERO)
        .shutdownTimeout(Duration.ofSeconds(1))
        .clientOptions(options(url))
        .build();
  }

  private static ClientOptions options(RedisUrl url) {
    if (url.kind() != RedisUrl.Kind.CLUSTER) {
      return common(ClientOptions.builder()).build();
    }
    ClusterClientOptions.Builder cluster =
        ClusterClientOptions.builder()
            .topologyRefreshOptions(
                ClusterTopologyRefreshOptions.builder()
                    .enablePeriodicRefresh(TOPOLOGY_REFRESH)
                    .build());
    common(cluster);
    return cluster.build();
  }

  private static ClientOptions.Builder common(ClientOptions.Builder builder) {
    return builder
        .autoReconnect(true)
        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
        .replayFilter(command -> true)
        .requestQueueSize(MOST_WAITING_COMMANDS)
        .timeoutOptions(TimeoutOptions.enabled(COMMAND))
        .socketOptions(
            SocketOptions.builder().connectTimeout(CONNECT).keepAlive(keepAlive()).build());
  }

  // Notices within about ten seconds that the other side has gone without a word.
  private static SocketOptions.KeepAliveOptions keepAlive() {
    return SocketOptions.KeepAliveOptions.builder()
        .enable()
        .idle(Duration.ofSeconds(5))
        .interval(Duration.ofSeconds(2))
        .count(3)
        .build();
  }
}
