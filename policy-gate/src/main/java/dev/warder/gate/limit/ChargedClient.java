package dev.warder.gate.limit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A client that presents no valid token, known by its address. An IPv6 address counts by its
 * network of 64 bits, since whoever has one address has all of them; an IPv4 address in the form of
 * an IPv6 one counts as IPv4. Text that is no address, such as {@code unix:}, counts as it stands.
 * No name is ever looked up. Immutable and safe for use by many threads.
 */
public final class ChargedClient {
  private static final int NETWORK_BYTES = 8;

  private final String key;

  /** Stands for the key in a table. */
  final long hashedKey;

  private ChargedClient(String key) {
    this.key = key;
    this.hashedKey = Key.of(key);
  }

  /**
   * Returns a client to be charged.
   *
   * @param client its address; a port behind it, and what {@link java.net.InetSocketAddress} writes
   *     before it, are ignored
   * @throws IllegalArgumentException when the text is empty
   */
  public static ChargedClient of(String client) {
    checkArgument(!client.isEmpty(), "the client is empty");
    InetAddress address = address(client);
    return new ChargedClient(address == null ? client : key(address));
  }

  /** Returns what the client counts as: {@code 192.0.2.7}, {@code 2001:db8:0:1::/64}, or a text. */
  public String key() {
    return key;
  }

  private static String key(InetAddress address) {
    if (address instanceof Inet6Address) {
      byte[] bytes = address.getAddress();
      Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
      return InetAddresses.toAddrString(InetAddresses.fromIPv6BigInteger(new BigInteger(1, bytes)))
          + "/64";
    }
    return InetAddresses.toAddrString(address);
  }

  private static @Nullable InetAddress address(String client) {
    String socket = client.strip();
    String text = withoutPort(socket.substring(socket.lastIndexOf('/') + 1));
    String address = withoutZone(withoutBrackets(text));
    return CharMatcher.ascii().matchesAllOf(address) && InetAddresses.isInetAddress(address)
        ? InetAddresses.forString(address)
        : null;
  }

  /** A port is another for each connection, so whoever hands one over would count connections. */
  private static String withoutPort(String text) {
    int colon = text.lastIndexOf(':');
    boolean isPort = colon > 0 && (colon == text.indexOf(':') || text.charAt(colon - 1) == ']');
    return isPort && CharMatcher.inRange('0', '9').matchesAllOf(text.substring(colon + 1))
        ? text.substring(0, colon)
        : text;
  }

  /** Some servers write IPv6 addresses as URIs do (RFC 3986, section 3.2.2). */
  private static String withoutBrackets(String text) {
    boolean isInBrackets = text.startsWith("[") && text.endsWith("]") && text.indexOf(':') > 0;
    return isInBrackets ? text.substring(1, text.length() - 1) : text;
  }

  /** A zone (RFC 4007, section 11) tells networks of this machine apart, not clients. */
  private static String withoutZone(String text) {
    int zone = text.indexOf('%');
    return text.lastIndexOf(':', zone) >= 0 ? text.substring(0, zone) : text;
  }

  /** Returns the key. */
  @Override
  public String toString() {
    return key;
  }
}
