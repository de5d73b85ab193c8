package org.carersignpost.benchmark;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.carersignpost.CarerSignpost;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.util.FileSystemUtils;

/// `./signpost benchmark`: JMH for the parts, then a closed-loop load on the whole webhook, then
/// how soon staff see what carers write, then many calls at once.
///
/// With the arguments `parts`, `understanding`, `scale`, `load`, `live` or `calls` only those run
/// (`scale` only when named: it wants 3 GB of memory). Machines differ and are shared, so the ratio
/// between the endpoints of one run is what counts.
public final class Benchmarks {
  private static final int CONNECTIONS = 16;

  /// Enough for the compiler of the JVM to have settled.
  private static final int WARM_UP = 40_000;

  /// The endpoints take turns, because a shared machine is faster in one minute than in the next.
  private static final int ROUNDS = 12;

  private static final int COUNTED = 2_500;
  static final int CARERS = 1_000;
  static final String BARE = "/benchmark/bare";
  static final String REDIS = "/benchmark/redis";
  static final String REDIS_OF_CALLS = "/benchmark/redis-of-calls";
  private static final String TURN = "/twilio/sms";
  private static final String TOKEN = "token-of-the-benchmark";
  private static final String PUBLIC_URL = "https://benchmark.example.org";

  private Benchmarks() {}

  private static void microbenchmark(Class<?> type) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(type.getSimpleName())
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend(
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+UseTransparentHugePages")
                .build())
        .run();
  }

  public static void main(String[] args) throws Exception {
    List<String> wanted =
        args.length == 0
            ? List.of("parts", "understanding", "load", "live", "calls")
            : Arrays.asList(args);
    if (wanted.contains("parts")) {
      microbenchmark(TurnBenchmark.class);
    }
    if (wanted.contains("understanding")) {
      microbenchmark(UnderstandingBenchmark.class);
    }
    if (wanted.contains("scale")) {
      ScaleBenchmark.run();
    }
    if (wanted.contains("load")) {
      withService((service, port) -> compare(loop(service, port, CONNECTIONS)));
    }
    if (wanted.contains("live")) {
      withService(
          (service, port) -> new LiveLoad(port, TOKEN).run(number -> request(TURN, number)));
    }
    if (wanted.contains("calls")) {
      withService((service, port) ->
          new CallLoad(
                  connections -> loop(service, port, connections),
                  Benchmarks::signed,
                  () -> failedSteps(service.getBean(MeterRegistry.class)))
              .run());
    }
  }

  /// What is measured on a whole service.
  @FunctionalInterface
  private interface Measurement {
    void on(ConfigurableApplicationContext service, int port) throws Exception;
  }

  private static void withService(Measurement measurement) throws Exception {
    Path data = Files.createTempDirectory("carer-signpost-benchmark");
    System.setProperty("DATA_DIR", data.toString());
    System.setProperty("signpost.models-dir", Path.of("target/models").toAbsolutePath().toString());
    System.setProperty("TWILIO_AUTH_TOKEN", TOKEN);
    System.setProperty("PUBLIC_URL", PUBLIC_URL);
    System.setProperty("SIGNPOST_API_TOKEN", TOKEN);
    try (ConfigurableApplicationContext service =
        new SpringApplication(CarerSignpost.class, Yardsticks.class)
            .run(
                "--server.port=0",
                "--server.tomcat.max-keep-alive-requests=-1",
                "--logging.level.root=WARN")) {
      int port =
          Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
      measurement.on(service, port);
    } finally {
      FileSystemUtils.deleteRecursively(data);
    }
  }

  private static ClosedLoop loop(
      ConfigurableApplicationContext service, int port, int connections) {
    return new ClosedLoop(
        port, connections, () -> redisSeconds(service.getBean(StringRedisTemplate.class)));
  }

  private static long failedSteps(MeterRegistry meters) {
    return meters
        .find("signpost.turns")
        .tags("channel", "voice", "outcome", "failed")
        .timers()
        .stream()
        .mapToLong(Timer::count)
        .sum();
  }

  /// Seconds that the processors have spent on Redis so far.
  private static double redisSeconds(StringRedisTemplate redis) {
    Properties info = redis.execute(connection -> connection.serverCommands().info("cpu"), true);
    return Stream.of("used_cpu_user", "used_cpu_sys")
        .mapToDouble(name -> Double.parseDouble(info.getProperty(name)))
        .sum();
  }

  private static void compare(ClosedLoop loop) throws Exception {
    List<ClosedLoop.Figures> bare = new ArrayList<>();
    List<ClosedLoop.Figures> redis = new ArrayList<>();
    List<ClosedLoop.Figures> turns = new ArrayList<>();
    for (String path : List.of(BARE, REDIS, TURN)) {
      run(loop, path, 0, WARM_UP);
    }
    for (int round = 0; round < ROUNDS; round++) {
      int first = WARM_UP + round * COUNTED;
      bare.add(run(loop, BARE, first, COUNTED));
      redis.add(run(loop, REDIS, first, COUNTED));
      turns.add(run(loop, TURN, first, COUNTED));
    }
    System.out.println("bare endpoint     " + ClosedLoop.Figures.sum(bare));
    System.out.println("same Redis calls  " + ClosedLoop.Figures.sum(redis));
    System.out.println("whole turn        " + ClosedLoop.Figures.sum(turns));
    double[] rounds =
        IntStream.range(0, ROUNDS)
            .mapToDouble(i -> ratio(turns.get(i), redis.get(i)))
            .sorted()
            .toArray();
    System.out.printf(
        Locale.ROOT,
        "a whole turn costs %.2f times the same Redis calls; by rounds %.2f to %.2f%n",
        ratio(ClosedLoop.Figures.sum(turns), ClosedLoop.Figures.sum(redis)),
        rounds[0],
        rounds[ROUNDS - 1]);
    System.out.printf("resident memory of the service and its client: %s%n", residentMemory());
  }

  private static double ratio(ClosedLoop.Figures one, ClosedLoop.Figures other) {
    return one.seconds() / other.seconds();
  }

  private static ClosedLoop.Figures run(ClosedLoop loop, String path, int first, int count)
      throws Exception {
    System.gc();
    return loop.run(count, i -> request(path, first + i));
  }

  /// A thousand carers who text in turn; every message has an id of its own.
  private static ClosedLoop.Request request(String path, int number) {
    Map<String, String> form = new TreeMap<>();
    form.put("MessageSid", String.format("SM%032d", number));
    form.put("AccountSid", "AC00000000000000000000000000000000");
    form.put("From", String.format("+447700900%03d", number % CARERS));
    form.put("To", "+447700900000");
    form.put("Body", Messages.ALL.get((number + number / CARERS) % Messages.ALL.size()));
    form.put("NumMedia", "0");
    String signature = signature(TURN, form);
    return new ClosedLoop.Request(path, List.of("X-Twilio-Signature: " + signature), body(form));
  }

  /// @param form by its names in order
  private static ClosedLoop.Request signed(String path, Map<String, String> form) {
    String signature = signature(path, form);
    return new ClosedLoop.Request(path, List.of("X-Twilio-Signature: " + signature), body(form));
  }

  private static String body(Map<String, String> form) {
    return form.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  /// As Twilio signs: see [RequestValidator].
  private static String signature(String path, Map<String, String> form) {
    StringBuilder signed = new StringBuilder(PUBLIC_URL + path);
    form.forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String residentMemory() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .findFirst()
          .map(line -> line.substring("VmRSS:".length()).strip())
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown on this system";
    }
  }
}
