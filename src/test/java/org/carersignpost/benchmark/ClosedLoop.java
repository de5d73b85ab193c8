package org.carersignpost.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A closed-loop load: every connection sends its next request when the last is answered.
///
/// It speaks just enough HTTP/1.1 over kept-alive sockets that the client costs little beside the
/// server.
final class ClosedLoop {
  private final int port;
  private final int connections;
  private final DoubleSupplier redisSeconds;

  /// @param redisSeconds what the processors have spent on Redis so far
  ClosedLoop(int port, int connections, DoubleSupplier redisSeconds) {
    this.port = port;
    this.connections = connections;
    this.redisSeconds = redisSeconds;
  }

  /// One request in full.
  ///
  /// @param path path and query
  /// @param headers further header lines
  /// @param body a form
  record Request(String path, List<String> headers, String body) {
    byte[] bytes() {
      byte[] form = body.getBytes(StandardCharsets.UTF_8);
      StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n");
      headers.forEach(header -> head.append(header).append("\r\n"));
      head.append("Content-Type: application/x-www-form-urlencoded\r\n")
          .append("Content-Length: ")
          .append(form.length)
          .append("\r\n\r\n")
          .append(body);
      return head.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  /// What one run took.
  ///
  /// @param nanos of each request
  /// @param seconds of all together, as a clock on the wall shows them
  /// @param cpuSeconds processor time of service and client
  /// @param redisSeconds processor time of Redis
  record Figures(long[] nanos, double seconds, double cpuSeconds, double redisSeconds) {

    /// Several runs as if they had been one.
    static Figures sum(List<Figures> runs) {
      return new Figures(
          runs.stream().flatMapToLong(run -> LongStream.of(run.nanos)).toArray(),
          runs.stream().mapToDouble(Figures::seconds).sum(),
          runs.stream().mapToDouble(Figures::cpuSeconds).sum(),
          runs.stream().mapToDouble(Figures::redisSeconds).sum());
    }

    /// How long some of the requests took.
    ///
    /// @param counted which of them, by their place in the run
    String latencies(IntPredicate counted) {
      long[] sorted =
          IntStream.range(0, nanos.length)
              .filter(counted)
              .mapToLong(i -> nanos[i])
              .sorted()
              .toArray();
      int count = sorted.length;
      return String.format(
          Locale.ROOT,
          "%7d requests  median %6.2f ms  p99 %6.2f ms  longest %6.2f ms",
          count,
          sorted[count / 2] / 1e6,
          sorted[(int) (count * 0.99)] / 1e6,
          sorted[count - 1] / 1e6);
    }

    @Override
    public String toString() {
      int count = nanos.length;
      return String.format(
          Locale.ROOT,
          "%s  %8.0f/s  processor %5.3f ms, of Redis %5.3f ms",
          latencies(i -> true),
          count / seconds,
          cpuSeconds * 1e3 / count,
          redisSeconds * 1e3 / count);
    }
  }

  /// Sends `count` requests over all connections and times each.
  Figures run(int count, IntFunction<Request> requests) throws Exception {
    return run(count, requests, Duration.ZERO);
  }

  /// The same with pauses before each request, drawn evenly from none to twice as long.
  Figures run(int count, IntFunction<Request> requests, Duration pause) throws Exception {
    List<byte[]> prepared = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      prepared.add(requests.apply(i).bytes());
    }
    long[] nanos = new long[count];
    long start = System.nanoTime();
    long cpuBefore = cpuNanos();
    double redisBefore = redisSeconds.getAsDouble();
    try (ExecutorService pool = Executors.newFixedThreadPool(connections)) {
      List<Future<?>> loops = new ArrayList<>();
      for (int c = 0; c < connections; c++) {
        int first = c;
        loops.add(pool.submit(() -> loop(first, prepared, nanos, pause)));
      }
      for (Future<?> loop : loops) {
        loop.get();
      }
    }
    return new Figures(
        nanos,
        (System.nanoTime() - start) / 1e9,
        (cpuNanos() - cpuBefore) / 1e9,
        redisSeconds.getAsDouble() - redisBefore);
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private Void loop(int first, List<byte[]> requests, long[] nanos, Duration pause)
      throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(first);
    try (Socket socket = new Socket("localhost", port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (int i = first; i < requests.size(); i += connections) {
        if (pause.isPositive()) {
          Thread.sleep(random.nextLong(2 * pause.toMillis()));
        }
        long sent = System.nanoTime();
        out.write(requests.get(i));
        out.flush();
        readAnswer(in);
        nanos[i] = System.nanoTime() - sent;
      }
    }
    return null;
  }

  private static void readAnswer(InputStream in) throws IOException {
    String status = line(in);
    boolean isEmpty = status.contains(" 204");
    if (!isEmpty && !status.contains(" 200")) {
      throw new IOException("unexpected answer: " + status);
    }
    int length = isEmpty ? 0 : -1;
    boolean chunked = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
    }
    if (!chunked) {
      in.skipNBytes(length);
      return;
    }
    for (int size = Integer.parseInt(line(in), 16);
        size > 0;
        size = Integer.parseInt(line(in), 16)) {
      in.skipNBytes(size + 2L);
    }
    line(in);
  }

  private static String line(InputStream in) throws IOException {
    byte[] buffer = new byte[256];
    int used = 0;
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the server closed the connection");
      }
      if (b != '\r') {
        if (used == buffer.length) {
          buffer = Arrays.copyOf(buffer, used * 2);
        }
        buffer[used++] = (byte) b;
      }
    }
    return new String(buffer, 0, used, StandardCharsets.US_ASCII);
  }
}
