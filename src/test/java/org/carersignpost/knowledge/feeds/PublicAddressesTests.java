package org.carersignpost.knowledge.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.carersignpost.knowledge.feeds.FeedClient.Answer;
import org.carersignpost.knowledge.feeds.FeedClient.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTests {
  /// Gives other addresses each time it is asked, as an attacker's name server does.
  private static final class Turncoat implements DnsResolver {
    private final Iterator<String> addresses;
    private final List<String> asked = new ArrayList<>();

    Turncoat(String... addresses) {
      this.addresses = List.of(addresses).iterator();
    }

    @Override
    public InetAddress[] resolve(String host) {
      asked.add(host);
      return new InetAddress[] {InetAddress.ofLiteral(addresses.next())};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.0.1",
        "169.254.169.254",
        "169.254.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:8.8.8.8%0",
        "::127.0.0.1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "fd00:ec2::254",
        "ff02::1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "100::1",
        "3fff::1"
      })
  void addressThatIsNotPublicIsRefused(String address) {
    String literal = address.replace("::ffff:8.8.8.8%0", "::ffff:192.168.0.1");
    DnsResolver names = new Turncoat(literal);

    assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(literal))).isFalse();
    assertThatThrownBy(() -> new PublicAddresses(names, _ -> false).resolve("feed.example.org"))
        .isInstanceOf(PublicAddresses.RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "51.104.25.1",
        "100.63.255.255",
        "100.128.0.0",
        "172.32.0.1",
        "2a00:1450::1",
        "2606:4700::1"
      })
  void publicAddressIsNot(String address) {
    assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void nameIsResolvedOnceAndStaysWhereItWas() throws UnknownHostException {
    Turncoat names = new Turncoat("51.104.25.1", "127.0.0.1");
    PublicAddresses addresses = new PublicAddresses(names, _ -> false);

    InetAddress[] first = addresses.resolve("feed.example.org");
    InetAddress[] second = addresses.resolve("feed.example.org");

    assertThat(second).containsExactly(first).containsExactly(InetAddress.ofLiteral("51.104.25.1"));
    assertThat(names.asked).hasSize(1);
  }

  @Test
  void nameWithOnePrivateAddressAmongPublicOnesIsRefused() {
    DnsResolver both =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) {
            return new InetAddress[] {
              InetAddress.ofLiteral("51.104.25.1"), InetAddress.ofLiteral("10.0.0.7")
            };
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };

    assertThatThrownBy(() -> new PublicAddresses(both, _ -> false).resolve("feed.example.org"))
        .isInstanceOf(PublicAddresses.RefusedException.class);
  }

  @Test
  void connectionGoesToTheAddressThatWasChecked() throws Exception {
    // The name is of nobody; only the pinned address can have been connected to.
    try (FaultyFeedServer server = new FaultyFeedServer(1, 3);
        FeedClient client = client(new Turncoat("127.0.0.1", "10.9.9.9"), true)) {
      URI address = URI.create("http://feed.example.org:" + server.base().getPort() + "/");

      assertThat(client.get(address, Validators.NONE, Pages::isWhole))
          .isInstanceOf(Answer.Body.class);
      assertThat(client.get(address, Validators.NONE, Pages::isWhole))
          .isInstanceOf(Answer.Body.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://localhost/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0/"
      })
  void numericAddressesAreCheckedAsWell(String address) throws Exception {
    try (FeedClient client = client(SystemDefaultDnsResolver.INSTANCE, false)) {
      Answer answer = client.get(URI.create(address), Validators.NONE, Pages::isWhole);

      assertThat(answer)
          .isInstanceOfSatisfying(
              Answer.Failed.class, failed -> assertThat(failed.mayPass()).isFalse());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://example.org/",
        "http://name:word@example.org/",
        "gopher://x",
        "http:///x"
      })
  void addressesOfOtherKindsAreNotAsked(String address) throws Exception {
    try (FeedClient client = client(new Turncoat(), false)) {
      assertThat(client.get(URI.create(address), Validators.NONE, Pages::isWhole))
          .isInstanceOf(Answer.Failed.class);
      assertThat(client.requests()).isZero();
    }
  }

  private static FeedClient client(DnsResolver names, boolean loopback) {
    return new FeedClient(
        new PublicAddresses(names, address -> loopback && address.isLoopbackAddress()),
        TestFeeds.QUICK,
        Duration.ZERO);
  }
}
