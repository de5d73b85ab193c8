package org.carersignpost.conversation;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisNode;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import redis.embedded.core.ExecutableProvider;

/// Real Redis servers for a test, one alone or three masters of a Cluster, that can be stopped,
/// killed and started again.
///
/// They write every change to disk before they answer, as the service's own Redis does.
public final class TestRedis implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Duration COMMAND = Duration.ofMillis(500);
  private static final int BUS_OFFSET = 10_000;
  private static final int SLOTS = 16_384;
  private static final Duration LONGEST_START = Duration.ofSeconds(20);

  private final Path folder;
  private final String binary;
  private final List<Integer> ports;
  private final List<Process> processes = new ArrayList<>();

  private TestRedis(Path folder, int servers) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      binary = ExecutableProvider.newJarResourceProvider(folder.toFile()).get().getAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.ports = freePorts(servers);
  }

  /// One server.
  public static TestRedis alone(Path folder) {
    TestRedis redis = new TestRedis(folder, 1);
    redis.start();
    return redis;
  }

  /// Three masters that share the slots.
  public static TestRedis cluster(Path folder) {
    TestRedis redis = new TestRedis(folder, 3);
    redis.start();
    redis.joinUp();
    return redis;
  }

  /// Connections with the service's time-outs; the caller destroys them.
  public LettuceConnectionFactory connections() {
    LettuceConnectionFactory connections = new LettuceConnectionFactory(configuration(), client());
    connections.afterPropertiesSet();
    connections.start();
    return connections;
  }

  /// The address of the one server, as an operator gives it.
  public String url() {
    return "redis://127.0.0.1:" + ports.getFirst();
  }

  /// Starts all servers on the ports and with the data they had before, and waits until they serve.
  public void start() {
    for (int port : ports) {
      processes.add(launch(port));
    }
    ports.forEach(
        port -> await("Redis serves", () -> "PONG".equals(on(port, RedisCommands::ping))));
    if (isCluster() && !on(ports.getFirst(), RedisCommands::clusterSlots).isEmpty()) {
      awaitCluster();
    }
  }

  /// Ends all servers at once, like `kill -9`.
  public void kill() {
    processes.forEach(Process::destroyForcibly);
    for (Process process : processes) {
      try {
        process.waitFor(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    processes.clear();
  }

  /// Lets all servers hang: connections stay, nothing is answered.
  public void freeze() {
    signal("-STOP");
  }

  /// Lets them go on where they stopped.
  public void thaw() {
    signal("-CONT");
  }

  /// Forgets all data.
  public void clear() {
    onEach(RedisCommands::flushall);
  }

  /// What each server says.
  public <T> List<T> onEach(Function<RedisCommands<String, String>, T> commands) {
    return ports.stream().map(port -> on(port, commands)).toList();
  }

  /// All keys and all values of every server, as text.
  public String everything() {
    StringBuilder everything = new StringBuilder();
    onEach(commands -> {
      for (String key : commands.keys("*")) {
        everything.append(key).append('=').append(value(commands, key)).append('\n');
      }
      return everything;
    });
    return everything.toString();
  }

  /// How often a command has been called since the last [#clear].
  public long calls(String command) {
    return onEach(commands -> commands.info("commandstats")).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith("cmdstat_" + command + ":calls="))
        .mapToLong(line -> Long.parseLong(line.replaceAll(".*?:calls=(\\d+),.*", "$1")))
        .sum();
  }

  @Override
  public void close() {
    kill();
  }

  private static String value(RedisCommands<String, String> commands, String key) {
    return switch (commands.type(key)) {
      case "hash" -> commands.hgetall(key).toString();
      case "list" -> commands.lrange(key, 0, -1).toString();
      case "set" -> commands.smembers(key).toString();
      case "zset" -> commands.zrangeWithScores(key, 0, -1).toString();
      case "stream" -> commands.xrange(key, Range.unbounded()).toString();
      default -> commands.get(key);
    };
  }

  private void signal(String signal) {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    processes.forEach(process -> command.add(Long.toString(process.pid())));
    try {
      int ended = new ProcessBuilder(command).start().waitFor();
      if (ended != 0) {
        throw new IllegalStateException("kill " + signal + " ended with " + ended);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isCluster() {
    return ports.size() > 1;
  }

  private Process launch(int port) {
    List<String> command = new ArrayList<>(List.of(binary, "--port", Integer.toString(port)));
    command.addAll(List.of("--bind", HOST, "--save", "", "--appendonly", "yes"));
    command.addAll(List.of("--appendfsync", "always", "--dir", folder.toString()));
    command.addAll(List.of("--appendfilename", port + ".aof"));
    if (isCluster()) {
      command.addAll(List.of("--cluster-enabled", "yes", "--cluster-node-timeout", "2000"));
      command.addAll(List.of("--cluster-config-file", port + ".conf"));
    }
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void joinUp() {
    for (int i = 0; i < ports.size(); i++) {
      int[] slots =
          IntStream.range(SLOTS * i / ports.size(), SLOTS * (i + 1) / ports.size()).toArray();
      int port = ports.get(i);
      on(port, commands -> commands.clusterAddSlots(slots));
      on(port, commands -> commands.clusterMeet(HOST, ports.getFirst()));
    }
    awaitCluster();
  }

  private void awaitCluster() {
    await(
        "the Cluster is whole",
        () ->
            onEach(RedisCommands::clusterInfo).stream()
                .allMatch(info ->
                    info.contains("cluster_state:ok")
                        && info.contains("cluster_known_nodes:3")
                        && info.contains("cluster_slots_ok:16384")));
  }

  private static <T> T on(int port, Function<RedisCommands<String, String>, T> commands) {
    RedisClient client =
        RedisClient.create(RedisURI.builder().withHost(HOST).withPort(port).build());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      return commands.apply(connection.sync());
    } finally {
      client.shutdown(0, 0, TimeUnit.SECONDS);
    }
  }

  /// Waits for a condition, and fails when it does not come true.
  public static void await(String what, BooleanSupplier condition) {
    Awaitility.await(what)
        .atMost(LONGEST_START)
        .pollInterval(Duration.ofMillis(10))
        .ignoreExceptions()
        .until(condition::getAsBoolean);
  }

  private RedisConfiguration configuration() {
    if (!isCluster()) {
      return new RedisStandaloneConfiguration(HOST, ports.getFirst());
    }
    RedisClusterConfiguration cluster = new RedisClusterConfiguration();
    ports.forEach(port -> cluster.addClusterNode(new RedisNode(HOST, port)));
    return cluster;
  }

  private LettuceClientConfiguration client() {
    ClusterTopologyRefreshOptions refresh =
        ClusterTopologyRefreshOptions.builder()
            .enablePeriodicRefresh(Duration.ofSeconds(2))
            .build();
    ClientOptions options =
        ClusterClientOptions.builder()
            .topologyRefreshOptions(refresh)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(COMMAND).build())
            .timeoutOptions(TimeoutOptions.enabled(COMMAND))
            .build();
    return LettuceClientConfiguration.builder()
        .commandTimeout(COMMAND)
        .shutdownTimeout(Duration.ZERO)
        .clientOptions(options)
        .build();
  }

  /// Ports that are free, and whose Cluster bus port is free too.
  private static List<Integer> freePorts(int count) {
    List<Integer> ports = new ArrayList<>();
    while (ports.size() < count) {
      try (ServerSocket port = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
        int number = port.getLocalPort();
        if (number + BUS_OFFSET < (1 << 16) && !ports.contains(number) && isFree(number)) {
          ports.add(number);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ports;
  }

  private static boolean isFree(int port) {
    try (ServerSocket bus = new ServerSocket(port + BUS_OFFSET, 1, InetAddress.ofLiteral(HOST))) {
      return bus.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
