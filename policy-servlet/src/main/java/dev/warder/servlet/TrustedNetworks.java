package dev.warder.servlet;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Networks whose proxies are believed, each written as an address, a slash and its bits. */
final class TrustedNetworks {
  private static final Pattern NETWORK = Pattern.compile("([0-9A-Fa-f.:]+)(?:/([0-9]{1,3}))?");
  private static final Pattern IN_BRACKETS_OR_WITH_ZONE =
      Pattern.compile("\\[?([0-9A-Fa-f.:]+)(?:%[^\\]]*)?\\]?");
  private static final String MESSAGE =
      "no network: %s; write an address, or one with its bits, such as 10.0.0.0/8";

  private final ImmutableList<Network> networks;

  private record Network(InetAddress first, int bits) {
    boolean contains(byte[] other) {
      byte[] address = first.getAddress();
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((address[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private TrustedNetworks(ImmutableList<Network> networks) {
    this.networks = networks;
  }

  /**
   * Reads networks.
   *
   * @throws IllegalArgumentException for one that is none
   */
  static TrustedNetworks parse(List<String> texts) {
    return new TrustedNetworks(
        texts.stream().map(TrustedNetworks::network).collect(ImmutableList.toImmutableList()));
  }

  private static Network network(String text) {
    Matcher parts = NETWORK.matcher(text);
    byte @Nullable [] address = parts.matches() ? bytes(parts.group(1)) : null;
    checkArgument(address != null, MESSAGE, text);
    int all = Byte.SIZE * address.length;
    int bits = parts.group(2) == null ? all : Integer.parseInt(parts.group(2));
    checkArgument(bits <= all, MESSAGE, text);
    return new Network(InetAddresses.forString(parts.group(1)), bits);
  }

  /** Returns whether a text is an address, without a port. */
  static boolean isAddress(String text) {
    return bytes(text) != null;
  }

  /**
   * Returns whether an address, without a port, is in one of the networks. Some containers write an
   * IPv6 address in brackets, or with its zone (RFC 4007, section 11): both are left out.
   */
  boolean contain(String address) {
    if (networks.isEmpty()) {
      return false;
    }
    Matcher parts = IN_BRACKETS_OR_WITH_ZONE.matcher(address);
    byte @Nullable [] bytes = bytes(parts.matches() ? parts.group(1) : address);
    return bytes != null && networks.stream().anyMatch(network -> network.contains(bytes));
  }

  /** An IPv4 address in the form of an IPv6 one (RFC 4291, section 2.5.5.2) has 4 bytes. */
  private static byte @Nullable [] bytes(String address) {
    return CharMatcher.ascii().matchesAllOf(address) && InetAddresses.isInetAddress(address)
        ? InetAddresses.forString(address).getAddress()
        : null;
  }
}
