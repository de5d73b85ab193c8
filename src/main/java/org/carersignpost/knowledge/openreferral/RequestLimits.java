package org.carersignpost.knowledge.openreferral;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How often one address may ask.
///
/// Each copy of the service keeps the limit by itself, and all together as long as their shared
/// store answers. Addresses are spread over so many buckets and no more, so that nobody can fill
/// the memory with them, and no address is kept anywhere.
final class RequestLimits {
  static final int MOST_BUCKETS = 16_384;

  private static final Logger LOG = LoggerFactory.getLogger(RequestLimits.class);

  /// One household has as many addresses of version 6 as it likes, but the first half is the same.
  private static final int NETWORK_BYTES = 8;

  private final BucketConfiguration limit;
  private final Shared shared;
  private final Map<Integer, Bucket> own = new ConcurrentHashMap<>();

  /// The buckets of all copies together.
  interface Shared {
    /// @param number of the bucket
    /// @throws RuntimeException if the store does not answer
    Bucket bucket(int number, BucketConfiguration limit);
  }

  RequestLimits(OpenReferralProperties.PerAddress perAddress, Shared shared) {
    this.limit =
        BucketConfiguration.builder()
            .addLimit(
                Bandwidth.builder()
                    .capacity(perAddress.requests())
                    .refillGreedy(perAddress.requests(), perAddress.in())
                    .build())
            .build();
    this.shared = shared;
  }

  /// Counts a request.
  ///
  /// @return how long to wait, if it is one too many
  Optional<Duration> count(String address) {
    int number = bucketOf(address);
    // Whoever is over the limit here does not reach the shared store any more.
    return wait(own.computeIfAbsent(number, _ -> ownBucket())).or(() -> sharedWait(number));
  }

  private Optional<Duration> sharedWait(int number) {
    try {
      return wait(shared.bucket(number, limit));
    } catch (RuntimeException away) {
      LOG.debug("The shared limit is passed over: {}", away.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static Optional<Duration> wait(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket ownBucket() {
    var builder = Bucket.builder();
    Arrays.stream(limit.getBandwidths()).forEach(builder::addLimit);
    return builder.build();
  }

  static int bucketOf(String address) {
    byte[] who;
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      who = Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES));
    } catch (IllegalArgumentException notLiteral) {
      who = Paging.utf8(address);
    }
    byte[] hash = Answers.hash(who);
    return ((hash[0] & 0xff) << Byte.SIZE | (hash[1] & 0xff)) & (MOST_BUCKETS - 1);
  }
}
