package dev.warder.gate.limit;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import org.jspecify.annotations.Nullable;

/** Reads the texts that servers write for the address of a client. Looks no name up. */
final class AddressText {
  private static final int MAX_PORT = 65_535;
  private static final int MAX_PORT_DIGITS = 5;
  private static final CharMatcher SPACE = CharMatcher.is(' ');
  private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');

  /** Names of interfaces, and what a port behind one adds; no comma, so a list is no zone. */
  private static final CharMatcher ZONE =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(DIGIT)
          .or(CharMatcher.anyOf("-._~:%@"));

  private AddressText() {}

  /**
   * Returns the 4 or 16 bytes of an address; null when the text is none. An IPv4 address in the
   * form of an IPv6 one (RFC 4291, section 2.5.5.2) has 4 bytes.
   */
  static byte @Nullable [] bytes(String text) {
    String stripped = SPACE.trimFrom(text);
    String socket = stripped.substring(stripped.lastIndexOf('/') + 1);
    byte[] whole = withoutPort(socket);
    return whole == null ? beforePort(socket) : whole;
  }

  /** Read only where the whole is no address: an IPv6 address may end like one with a port. */
  private static byte @Nullable [] beforePort(String socket) {
    int colon = socket.lastIndexOf(':');
    String port = socket.substring(colon + 1);
    boolean isPort =
        colon > 0
            && port.length() <= MAX_PORT_DIGITS
            && DIGIT.matchesAllOf(port)
            && (port.isEmpty() || Integer.parseInt(port) <= MAX_PORT);
    return isPort ? withoutPort(socket.substring(0, colon)) : null;
  }

  private static byte @Nullable [] withoutPort(String text) {
    boolean isInBrackets = text.startsWith("[") && text.endsWith("]");
    String inside = isInBrackets ? text.substring(1, text.length() - 1) : text;
    int zone = inside.indexOf('%');
    if (zone < 0) {
      return address(inside);
    }
    boolean isZone =
        inside.lastIndexOf(':', zone) >= 0 && ZONE.matchesAllOf(inside.substring(zone + 1));
    return isZone ? address(inside.substring(0, zone)) : null;
  }

  /** Guava takes digits of other scripts too, and they would be further spellings. */
  private static byte @Nullable [] address(String text) {
    return CharMatcher.ascii().matchesAllOf(text) && InetAddresses.isInetAddress(text)
        ? InetAddresses.forString(text).getAddress()
        : null;
  }
}
