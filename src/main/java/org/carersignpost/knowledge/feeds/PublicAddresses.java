package org.carersignpost.knowledge.feeds;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/// Finds the addresses of a name once, refuses what is not on the public internet, and gives the
/// same addresses ever after: what was checked is what is connected to.
///
/// One that has a private address among its public ones is refused as a whole.
final class PublicAddresses implements DnsResolver {
  /// A run speaks to a feed's own host, and to few others by redirection.
  private static final int MOST_NAMES = 20;

  /// Networks that no feed may send us to, besides those that Java knows.
  private static final List<Network> REFUSED =
      List.of(
          network("0.0.0.0", 8),
          network("10.0.0.0", 8),
          network("100.64.0.0", 10),
          network("127.0.0.0", 8),
          network("169.254.0.0", 16),
          network("172.16.0.0", 12),
          network("192.0.0.0", 24),
          network("192.0.2.0", 24),
          network("192.88.99.0", 24),
          network("192.168.0.0", 16),
          network("198.18.0.0", 15),
          network("198.51.100.0", 24),
          network("203.0.113.0", 24),
          network("224.0.0.0", 4),
          network("240.0.0.0", 4));

  /// Of IPv6 only the global unicast addresses are public, and of those not the tunnels, which
  /// carry an IPv4 address inside, nor those for documents.
  private static final Network GLOBAL = network("2000::", 3);

  private static final List<Network> NOT_GLOBAL =
      List.of(
          network("2001::", 23),
          network("2001:db8::", 32),
          network("2002::", 16),
          network("3fff::", 20));

  private final DnsResolver names;
  private final Predicate<InetAddress> alsoAllowed;
  private final Map<String, InetAddress[]> pinned = new HashMap<>();

  /// @param alsoAllowed none but in tests, where the feed's server is on the same machine
  PublicAddresses(DnsResolver names, Predicate<InetAddress> alsoAllowed) {
    this.names = names;
    this.alsoAllowed = alsoAllowed;
  }

  /// A network by its first address and the number of bits that its addresses share.
  private record Network(byte[] first, int bits) {
    boolean holds(InetAddress address) {
      byte[] bytes = address.getAddress();
      if (bytes.length != first.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((bytes[bit / 8] & mask) != (first[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static Network network(String first, int bits) {
    return new Network(InetAddress.ofLiteral(first).getAddress(), bits);
  }

  /// A name whose address is not on the public internet.
  static final class RefusedException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    RefusedException(String host) {
      super(Guard.shown(host) + " is not on the public internet");
    }
  }

  @Override
  public synchronized InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] known = pinned.get(host);
    if (known != null) {
      return known.clone();
    }
    InetAddress[] found = names.resolve(host);
    if (found == null || found.length == 0 || pinned.size() >= MOST_NAMES) {
      throw new UnknownHostException(Guard.shown(host));
    }
    if (!Arrays.stream(found).allMatch(address -> isPublic(address) || alsoAllowed.test(address))) {
      throw new RefusedException(host);
    }
    pinned.put(host, found.clone());
    return found.clone();
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /// Whether anybody on the internet could reach it.
  static boolean isPublic(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> REFUSED.stream().noneMatch(network -> network.holds(four));
      case Inet6Address six ->
          GLOBAL.holds(six) && NOT_GLOBAL.stream().noneMatch(network -> network.holds(six));
      default -> false;
    };
  }
}
