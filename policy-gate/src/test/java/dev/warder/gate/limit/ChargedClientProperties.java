package dev.warder.gate.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every spelling of one address is one client, and all that is no address is one other. */
class ChargedClientProperties {
  /** How a server writes what stands around an address. */
  private record Around(String name, String brackets, String zone, String port, String space) {
    /** Returns the address as IPv4 is written: without a zone. */
    String ipv4(String address) {
      return around(isInBrackets() ? "[" + address + "]" : address);
    }

    /** Returns the address, in brackets where a port could be read as a part of it. */
    String ipv6(String address) {
      boolean isAmbiguous = address.contains("::") && zone.isEmpty() && port.matches(":[0-9]{1,4}");
      String zoned = address + zone;
      return around(isInBrackets() || isAmbiguous ? "[" + zoned + "]" : zoned);
    }

    private boolean isInBrackets() {
      return brackets.equals("[]");
    }

    private String around(String address) {
      return space + name + address + port + space;
    }
  }

  @Provide
  Arbitrary<Around> around() {
    Arbitrary<String> ports = Arbitraries.integers().between(0, 65_535).map(port -> ":" + port);
    return Combinators.combine(
            Arbitraries.of("", "/", "host.example/"),
            Arbitraries.of("", "[]"),
            Arbitraries.of("", "%", "%eth0", "%25en1", "%12"),
            Arbitraries.oneOf(Arbitraries.just(""), ports),
            Arbitraries.of("", " "))
        .as(Around::new);
  }

  private static int[] groups(String address) {
    byte[] bytes = InetAddresses.forString(address).getAddress();
    return IntStream.range(0, bytes.length / 2)
        .map(i -> ((bytes[2 * i] & 0xFF) << 8) | (bytes[2 * i + 1] & 0xFF))
        .toArray();
  }

  private static String joined(int[] groups, String format) {
    return Arrays.stream(groups).mapToObj(format::formatted).collect(Collectors.joining(":"));
  }

  /** Returns spellings of an IPv6 address in groups: shortened, whole, with zeros, in capitals. */
  private static String[] spellings(int[] groups) {
    String whole = joined(groups, "%x");
    String padded = joined(groups, "%04x");
    String shortened =
        InetAddresses.toAddrString(
            InetAddresses.fromIPv6BigInteger(new BigInteger(padded.replace(":", ""), 16)));
    return new String[] {whole, padded, shortened, padded.toUpperCase(Locale.ROOT)};
  }

  @Property
  void key_everySpellingOfAnIpv4Address_isTheAddress(
      @ForAll int address, @ForAll("around") Around around) {
    String text = InetAddresses.fromInteger(address).getHostAddress();
    int[] last = groups(text);
    assertThat(ChargedClient.of(around.ipv4(text)).key()).isEqualTo(text);
    for (String prefix : new String[] {"::ffff:", "0:0:0:0:0:FFFF:", "64:ff9b::", "64:FF9B::0:"}) {
      for (String end : new String[] {text, joined(last, "%x"), joined(last, "%04X")}) {
        String client = around.ipv6(prefix + end);
        assertThat(ChargedClient.of(client).key()).as(client).isEqualTo(text);
      }
    }
  }

  @Property
  void key_everySpellingOfAnIpv6Network_isTheNetwork(
      @ForAll @IntRange(min = 0x2000, max = 0xFFFF) int first,
      @ForAll @IntRange(min = 0, max = 0xFFFF) int fourth,
      @ForAll long host,
      @ForAll("around") Around around) {
    int[] groups = new int[8];
    groups[0] = first;
    groups[3] = fourth;
    for (int i = 0; i < 4; i++) {
      groups[4 + i] = (int) (host >>> (16 * i)) & 0xFFFF;
    }
    String network =
        fourth == 0 ? "%x::/64".formatted(first) : "%x:0:0:%x::/64".formatted(first, fourth);
    for (String spelling : spellings(groups)) {
      String client = around.ipv6(spelling);
      assertThat(ChargedClient.of(client).key()).as(client).isEqualTo(network);
    }
  }

  @Property
  void key_twoIpv4Addresses_areTwo(@ForAll int one, @ForAll int other) {
    ChargedClient first = ChargedClient.of(InetAddresses.fromInteger(one).getHostAddress());
    ChargedClient second = ChargedClient.of(InetAddresses.fromInteger(other).getHostAddress());
    assertThat(first.key().equals(second.key())).isEqualTo(one == other);
    assertThat(first.hashedKey == second.hashedKey).isEqualTo(one == other);
  }

  @Property
  void key_twoIpv6Networks_areTwo(
      @ForAll @IntRange(min = 0x2000, max = 0xFFFF) int first,
      @ForAll @IntRange(min = 0, max = 63) int bit) {
    BigInteger network = BigInteger.valueOf(first).shiftLeft(112);
    ChargedClient one = ofNumber(network);
    ChargedClient other = ofNumber(network.flipBit(127 - bit));
    assertThat(one.key()).isNotEqualTo(other.key());
    assertThat(one.hashedKey).isNotEqualTo(other.hashedKey);
  }

  private static ChargedClient ofNumber(BigInteger address) {
    return ChargedClient.of(InetAddresses.fromIPv6BigInteger(address).getHostAddress());
  }

  @Property
  void key_anyText_isAnAddressOrTheOneForAll(@ForAll String text) {
    String client = "x" + text + "x";
    assertThat(ChargedClient.of(client).key()).isEqualTo("no address");
  }

  /** One character more, or another, and it is an address still or none: never a third thing. */
  @Property
  void key_nearlyAnAddress_isANetworkOrTheOneForAll(@ForAll("nearly") String client) {
    String key = ChargedClient.of(client).key();
    assertThat(key)
        .satisfiesAnyOf(
            none -> assertThat(none).isEqualTo("no address"),
            ipv4 -> assertThat(ipv4).matches("([0-9]{1,3}\\.){3}[0-9]{1,3}"),
            network -> assertThat(network).matches("[0-9a-f:]+/64"),
            local -> assertThat(local).startsWith("64:ff9b:1:"));
  }

  @Provide
  Arbitrary<String> nearly() {
    return Arbitraries.strings().withChars("0129af:.%[]/ ,x").ofMinLength(1).ofMaxLength(24);
  }
}
