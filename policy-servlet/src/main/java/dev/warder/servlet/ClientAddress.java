package dev.warder.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose request it is: the address of the connection, or, where that is a trusted proxy's, the one
 * that the proxy names. Read from the right, since each proxy adds what it saw at the end: the
 * first address that is no trusted proxy's is the client's.
 */
final class ClientAddress {
  /** An address, in brackets or not, and perhaps a port behind. */
  private static final Pattern NODE =
      Pattern.compile(
          "\\[([0-9a-fA-F:.]+)\\](?::[0-9]{1,5})?|([0-9.]+)(?::[0-9]{1,5})?|([0-9a-fA-F:.]+)");

  /** What stands for the client of a connection without an address, such as a local socket. */
  private static final String NO_ADDRESS = "unknown";

  private final TrustedNetworks trusted;
  private final ForwardedField field;

  ClientAddress(TrustedNetworks trusted, ForwardedField field) {
    this.trusted = trusted;
    this.field = field;
  }

  /** Returns the client's address, or that of the last proxy that names no address. */
  String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (address == null || address.isEmpty()) {
      return NO_ADDRESS;
    }
    if (!trusted.contain(address)) {
      return address;
    }
    List<String> lines = Collections.list(request.getHeaders(field.field()));
    List<String> hops = lines.isEmpty() ? List.of() : field.hops(String.join(",", lines));
    for (int i = hops.size() - 1; i >= 0 && trusted.contain(address); i--) {
      String next = address(hops.get(i).strip());
      if (next.isEmpty()) {
        return address;
      }
      address = next;
    }
    return address;
  }

  /** Returns the address of a node without port and brackets, or nothing where it is none. */
  private static String address(String node) {
    Matcher matcher = NODE.matcher(node);
    if (!matcher.matches()) {
      return "";
    }
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String address = matcher.group(group);
      if (address != null) {
        return TrustedNetworks.isAddress(address) ? address : "";
      }
    }
    return "";
  }
}
