package org.carersignpost.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/// Many calls at once: each rings, says what is needed, names a place, presses a key for the next
/// service, and hangs up; then the next one rings.
///
/// Counted is the time from a caller's words until they are answered, which is silence on the
/// phone. First with a second between the steps on average, which is still far quicker than people
/// who listen and speak; then without a pause, as much as the machine can take.
final class CallLoad {
  private static final int AT_ONCE = 50;
  private static final int CARERS = Benchmarks.CARERS;
  private static final int WARM_UP_CALLS = 60 * AT_ONCE;
  private static final int COUNTED_CALLS = 12 * AT_ONCE;
  private static final int ROUNDS = 8;
  private static final Duration BETWEEN_STEPS = Duration.ofSeconds(1);

  private static final String RING = "/twilio/voice";
  private static final String END = "/twilio/status/call";
  private static final List<String> NEEDS =
      List.of(
          "i need a break from looking after mum",
          "my husband has dementia where do i turn",
          "how do i claim carers allowance",
          "need grab rails for dad",
          "the hospital want to send mum home tomorrow and nothing is in place");
  private static final List<String> PLACES =
      List.of("alton", "we live in winchester", "so23", "basingstoke", "near fareham");

  /// Signs a form for an address.
  @FunctionalInterface
  interface Signer {
    ClosedLoop.Request signed(String path, Map<String, String> form);
  }

  private final ClosedLoop loop;
  private final Signer signer;
  private final LongSupplier failures;

  /// @param loops makes a load with so many connections
  /// @param failures how many steps have failed so far, which is kindly answered, too
  CallLoad(IntFunction<ClosedLoop> loops, Signer signer, LongSupplier failures) {
    this.loop = loops.apply(AT_ONCE);
    this.signer = signer;
    this.failures = failures;
  }

  /// What one caller does in turn.
  private enum Step {
    RINGS,
    SAYS_NEED,
    SAYS_PLACE,
    PRESSES_KEY,
    HANGS_UP;

    static final int COUNT = values().length;

    boolean isWords() {
      return this == SAYS_NEED || this == SAYS_PLACE;
    }
  }

  /// Runs the load and prints the figures.
  void run() throws Exception {
    calls(0, WARM_UP_CALLS, Duration.ZERO);
    sameRedisCalls(WARM_UP_CALLS, Duration.ZERO);
    int first = WARM_UP_CALLS + ROUNDS * COUNTED_CALLS;
    ClosedLoop.Figures redisAtPace = sameRedisCalls(COUNTED_CALLS, BETWEEN_STEPS);
    ClosedLoop.Figures atPace = calls(first, COUNTED_CALLS, BETWEEN_STEPS);
    List<ClosedLoop.Figures> calls = new ArrayList<>();
    List<ClosedLoop.Figures> redis = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      redis.add(sameRedisCalls(COUNTED_CALLS, Duration.ZERO));
      calls.add(calls(WARM_UP_CALLS + round * COUNTED_CALLS, COUNTED_CALLS, Duration.ZERO));
    }
    if (failures.getAsLong() > 0) {
      throw new IllegalStateException(failures.getAsLong() + " steps of calls failed");
    }
    ClosedLoop.Figures all = ClosedLoop.Figures.sum(calls);
    System.out.printf(Locale.ROOT, "%d calls at once, a second between steps%n", AT_ONCE);
    print(redisAtPace, atPace);
    System.out.printf(Locale.ROOT, "%d calls at once, without a pause%n", AT_ONCE);
    print(ClosedLoop.Figures.sum(redis), all);
  }

  private static void print(ClosedLoop.Figures redis, ClosedLoop.Figures all) {
    System.out.println("same Redis calls  " + redis);
    System.out.println("each step         " + all);
    System.out.println("words to answer   " + all.latencies(i -> stepOf(i).isWords()));
  }

  private ClosedLoop.Figures calls(int first, int count, Duration pause) throws Exception {
    System.gc();
    return loop.run(count * Step.COUNT, i -> request(first, i), pause);
  }

  private ClosedLoop.Figures sameRedisCalls(int calls, Duration pause) throws Exception {
    System.gc();
    return loop.run(
        calls * Step.COUNT,
        i -> new ClosedLoop.Request(Benchmarks.REDIS_OF_CALLS, List.of(), ""),
        pause);
  }

  /// A connection sends every fiftieth request, so these are the steps of one call after the other.
  private static Step stepOf(int index) {
    return Step.values()[index / AT_ONCE % Step.COUNT];
  }

  private ClosedLoop.Request request(int first, int index) {
    int number = first + index / AT_ONCE / Step.COUNT * AT_ONCE + index % AT_ONCE;
    String call = String.format("CA%032d", number);
    Step step = stepOf(index);
    return switch (step) {
      case RINGS -> request(RING, call, number, Map.of("CallStatus", "ringing"));
      case SAYS_NEED -> says(call, 1, number, NEEDS.get(number % NEEDS.size()));
      case SAYS_PLACE -> says(call, 2, number, PLACES.get(number / 7 % PLACES.size()));
      case PRESSES_KEY -> request(path(call, 3), call, number, Map.of("Digits", "2"));
      case HANGS_UP ->
          request(END, call, number, Map.of("CallStatus", "completed", "CallDuration", "42"));
    };
  }

  private ClosedLoop.Request says(String call, int step, int number, String words) {
    return request(
        path(call, step), call, number, Map.of("SpeechResult", words, "Confidence", "0.92"));
  }

  private ClosedLoop.Request request(
      String path, String call, int number, Map<String, String> more) {
    Map<String, String> form = new TreeMap<>(more);
    form.put("CallSid", call);
    form.put("AccountSid", "AC00000000000000000000000000000000");
    form.put("From", String.format("+447700900%03d", number % CARERS));
    form.put("To", "+447700900000");
    form.putIfAbsent("CallStatus", "in-progress");
    form.put("Direction", "inbound");
    return signer.signed(path, form);
  }

  private static String path(String call, int step) {
    return RING + "/" + call + "/" + step;
  }
}
