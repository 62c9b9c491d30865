package dev.warder.gate.limit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A client without a valid token, known by its address. All spellings of one address are one
 * client. An IPv6 address counts by its network of 64 bits, because a client with one address has
 * all of them. An address that contains an IPv4 address counts as that one: IPv4-mapped, and NAT64
 * with the well-known prefix (RFC 6052). All texts that are no address are one client together.
 * Looks no name up. Immutable and safe for use by many threads.
 */
public final class ChargedClient {
  private static final String NO_ADDRESS = "no address";
  private static final int BITS = 128;
  private static final int NETWORK_BITS = 64;
  private static final int IPV4_BITS = 32;

  /** The most bits of a network that clients share a count by. */
  private static final int NETWORK_KEY_BITS = 48;

  /** IPv4-mapped addresses (RFC 4291, section 2.5.5.2): how an IPv4 address is kept here. */
  private static final long MAPPED = 0xFFFF_0000_0000L;

  private static final long IPV4_MASK = 0xFFFF_FFFFL;

  /** {@code 64:ff9b::/96} (RFC 6052, section 2.1), its first half. */
  private static final long NAT64 = 0x0064_FF9B_0000_0000L;

  /** {@code 64:ff9b:1::/48} (RFC 8215), its first 48 bits. */
  private static final long LOCAL_NAT64 = 0x0064_FF9B_0001L;

  private final long high;
  private final long low;

  /** How many bits tell the client from others; 0 where there is no address. */
  private final int bits;

  /** Stands for the client in a table. */
  final long hashedKey;

  private ChargedClient(long high, long low, int bits) {
    this.high = high;
    this.low = low;
    this.bits = bits;
    this.hashedKey = Key.of(bits, high, low);
  }

  /**
   * Returns a client to be charged.
   *
   * @param client its address, in brackets or not; ignored are spaces around it, a port behind it,
   *     a zone, and what {@link java.net.InetSocketAddress} writes before it. A text that is an
   *     address as it stands is read as that, so {@code 2001:db8::1:80} has no port.
   * @throws IllegalArgumentException when the text is empty
   */
  public static ChargedClient of(String client) {
    checkArgument(!client.isEmpty(), "the client is empty");
    return of(AddressText.bytes(client));
  }

  private static ChargedClient of(byte @Nullable [] address) {
    if (address == null) {
      return new ChargedClient(0, 0, 0);
    } else if (address.length == Integer.BYTES) {
      return ofIpv4(Ints.fromByteArray(address));
    }
    long high = ByteBuffer.wrap(address).getLong();
    long low = ByteBuffer.wrap(address).getLong(Long.BYTES);
    if (high == NAT64 && low >>> Integer.SIZE == 0) {
      return ofIpv4((int) low);
    }
    // Where the IPv4 address stands in it, only the operator of the translator knows.
    return high >>> 16 == LOCAL_NAT64
        ? new ChargedClient(high, low, BITS)
        : new ChargedClient(high, 0, NETWORK_BITS);
  }

  private static ChargedClient ofIpv4(int address) {
    return new ChargedClient(0, MAPPED | (address & IPV4_MASK), BITS);
  }

  /** Returns what stands for its network of 48 bits, or of 24 where it is IPv4. */
  long nearKey() {
    return networkKey(48, 24);
  }

  /** Returns what stands for its network of 32 bits, or of 16 where it is IPv4. */
  long wideKey() {
    return networkKey(32, 16);
  }

  /**
   * Returns the first bits of the address with how many they are before them, which fit into a key
   * as they are; no address is 0, so it stays by itself.
   */
  private long networkKey(int ipv6Bits, int ipv4Bits) {
    if (bits == 0) {
      return 0;
    }
    return isIpv4()
        ? (long) ipv4Bits << NETWORK_KEY_BITS | (low & IPV4_MASK) >>> (IPV4_BITS - ipv4Bits)
        : (long) ipv6Bits << NETWORK_KEY_BITS | high >>> (NETWORK_BITS - ipv6Bits);
  }

  private boolean isIpv4() {
    return high == 0 && low >>> Integer.SIZE == MAPPED >>> Integer.SIZE;
  }

  /**
   * Returns what the client counts as: {@code 192.0.2.7}, {@code 2001:db8:0:1::/64}, or {@code no
   * address} for all texts that are none.
   */
  public String key() {
    if (bits == 0) {
      return NO_ADDRESS;
    } else if (isIpv4()) {
      return InetAddresses.toAddrString(InetAddresses.fromInteger((int) low));
    }
    byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
    BigInteger number = new BigInteger(1, bytes);
    String text = InetAddresses.toAddrString(InetAddresses.fromIPv6BigInteger(number));
    return bits == BITS ? text : text + "/" + bits;
  }

  /** Returns the key. */
  @Override
  public String toString() {
    return key();
  }
}
