package dev.warder.gate.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChargedClientTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:0:1::7, 2001:db8:0:1::/64",
    "2001:db8:0:1:ffff:ffff:ffff:ffff, 2001:db8:0:1::/64",
    "2001:DB8:0:1:A:b:C:d, 2001:db8:0:1::/64",
    "2001:0db8:0000:0001:0000:0000:0000:0007, 2001:db8:0:1::/64",
    "2001:db8:0:2::7, 2001:db8:0:2::/64",
    "2001:db8:0:1:2::, 2001:db8:0:1::/64",
    "ffff:ffff:ffff:ffff::, ffff:ffff:ffff:ffff::/64",
    "::1, ::/64",
    "::, ::/64",
    "::192.0.2.7, ::/64",
    "::ffff:192.0.2.7, 192.0.2.7",
    "::FFFF:c000:207, 192.0.2.7",
    "0:0:0:0:0:ffff:192.0.2.7, 192.0.2.7",
    "fe80::1%eth0, fe80::/64",
    "fe80::1%1, fe80::/64",
    "fe80::1%, fe80::/64",
    "::ffff:192.0.2.7%eth0, 192.0.2.7",
    "[2001:db8:0:1::7], 2001:db8:0:1::/64",
    "[::1], ::/64",
    "192.0.2.7:80, 192.0.2.7",
    "/192.0.2.7:4711, 192.0.2.7",
    "host.example/192.0.2.7:4711, 192.0.2.7",
    "/[2001:db8:0:1:0:0:0:7]:4711, 2001:db8:0:1::/64",
    "[2001:db8:0:1::7]:4711, 2001:db8:0:1::/64",
    "[fe80::1%eth0]:4711, fe80::/64",
    "' 192.0.2.7 ', 192.0.2.7",
    "[fe80::1%eth0], fe80::/64",
    "[192.0.2.7], 192.0.2.7",
    "[192.0.2.7]:80, 192.0.2.7",
    "192.0.2.7:, 192.0.2.7",
    "192.0.2.7:65535, 192.0.2.7",
    "2001:db8:0:0:0:0:0:1:50123, 2001:db8::/64",
    "2001:db8:0:1:0:0:0:1:80, 2001:db8:0:1::/64",
    "0:0:0:0:0:ffff:192.0.2.7:80, 192.0.2.7",
    "2001:db8:0:1:2:3:4::, 2001:db8:0:1::/64",
    "2001:db8:0:1:2:3:4:::8080, 2001:db8:0:1::/64",
    "2001:db8::1:50123, 2001:db8::/64",
    "2001:db8::1:80, 2001:db8::/64",
    "fe80:0:0:0:0:0:0:1%eth0:50123, fe80::/64",
    "[fe80::1%25eth0]:4711, fe80::/64",
    "64:ff9b::192.0.2.7, 192.0.2.7",
    "64:ff9b::c000:207, 192.0.2.7",
    "[64:FF9B::c000:207]:443, 192.0.2.7",
    "64:ff9b:0:0:0:0:c000:207:443, 192.0.2.7",
    "64:ff9b::1:c000:207, 64:ff9b::/64",
    "64:ff9b::c000:207:1234, 64:ff9b::/64",
    "64:ff9b::c000:207:50123, 192.0.2.7",
    "64:ff9b:1::192.0.2.7, 64:ff9b:1::c000:207",
    "64:ff9b:1:c000:2:700::, 64:ff9b:1:c000:2:700::",
    "64:ff9b:2::192.0.2.7, 64:ff9b:2::/64",
  })
  void key_address_canonicalText(String client, String key) {
    assertThat(ChargedClient.of(client).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unix:",
        "localhost",
        "192.0.2",
        "192.0.2.256",
        "192.0.02.7",
        "192.0.2.7:http",
        "192.0.2.7:80:80",
        "192.0.2.7:65536",
        "192.0.2.7:000080",
        "192.0.2.7, 10.0.0.1",
        "192.0.2.7,10.0.0.1",
        "2001:db8::1%a,b",
        "2001:db8:0:0:0:0:0:0:0:1",
        "2001:db8:0:0:0:0:0:1:http",
        "2001:db8:0:0:0:0:0:1:65536",
        "[[2001:db8::1]]",
        "\"[2001:db8::1]\"",
        "unknown",
        "_hidden",
        " ",
        "2001:db8::1:80000",
        "[2001:db8::1]x:80",
        ":80",
        "192.0.2.7%eth0",
        "192.0.2.7%eth:0",
        "2001:db8::/32",
        "2001:db8::1::2",
        "[2001:db8::1",
        "2001:db8::1]",
        "[]",
        "%",
        "Unix:%a",
        "192.0.2.7/x",
        "\t192.0.2.7",
        "192.0.2.7\r\n",
        "\u2003192.0.2.7",
        "\u3000192.0.2.7",
        "\uff12\uff10\uff10\uff11:db8::1",
        "\u0661.1.1.1",
        "/",
      })
  void key_noAddress_isOneForAll(String client) {
    assertThat(ChargedClient.of(client).key()).isEqualTo("no address");
    assertThat(ChargedClient.of(client)).hasToString("no address");
    assertThat(ChargedClient.of(client).hashedKey).isEqualTo(ChargedClient.of("?").hashedKey);
  }

  @Test
  void of_empty_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ChargedClient.of(""));
  }

  /** Each network by its length and its first bits: none stands for another. */
  @Test
  void networkKeys_ofClientsApart_differ() {
    ChargedClient zeroes = ChargedClient.of("::");
    ChargedClient ipv4 = ChargedClient.of("192.0.2.7");
    ChargedClient ipv6 = ChargedClient.of("2001:db8:1:2::7");
    ChargedClient none = ChargedClient.of("unix:");
    assertThat(
            List.of(
                zeroes.nearKey(),
                zeroes.wideKey(),
                ipv4.nearKey(),
                ipv4.wideKey(),
                ChargedClient.of("0.0.0.0").nearKey(),
                ChargedClient.of("0.0.0.0").wideKey(),
                ipv6.nearKey(),
                ipv6.wideKey(),
                none.nearKey()))
        .doesNotHaveDuplicates();
    assertThat(none.wideKey()).isEqualTo(none.nearKey());
    assertThat(ChargedClient.of("192.0.2.255").nearKey()).isEqualTo(ipv4.nearKey());
    assertThat(ChargedClient.of("192.0.3.7").nearKey()).isNotEqualTo(ipv4.nearKey());
    assertThat(ChargedClient.of("192.0.3.7").wideKey()).isEqualTo(ipv4.wideKey());
    assertThat(ChargedClient.of("2001:db8:1:3::7").nearKey()).isEqualTo(ipv6.nearKey());
    assertThat(ChargedClient.of("2001:db8:2:2::7").nearKey()).isNotEqualTo(ipv6.nearKey());
    assertThat(ChargedClient.of("2001:db8:2:2::7").wideKey()).isEqualTo(ipv6.wideKey());
  }

  /** A flood charges its networks at each request, so no hash is made for them. */
  @Test
  void networkKeys_again_allocateNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ChargedClient client = ChargedClient.of("2001:db8::7");
    long least = Long.MAX_VALUE;
    long sum = 0;
    for (int i = 0; i < 10; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int j = 0; j < 1_000; j++) {
        sum += client.nearKey() + client.wideKey();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(sum).isNotZero();
    assertThat(least).isLessThan(1_000);
  }

  @Test
  void hashedKey_sameKey_same() {
    long one = ChargedClient.of("2001:db8:0:1::7").hashedKey;
    assertThat(ChargedClient.of("2001:db8:0:1::8").hashedKey).isEqualTo(one);
    assertThat(ChargedClient.of("2001:db8:0:2::8").hashedKey).isNotEqualTo(one);
  }
}
