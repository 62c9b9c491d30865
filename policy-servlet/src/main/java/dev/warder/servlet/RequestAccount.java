package dev.warder.servlet;

import static com.google.common.base.Preconditions.checkArgument;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From where the account of a request is taken: from one source, or from nowhere. */
@FunctionalInterface
interface RequestAccount {
  /** Returns the account that a request names, or null. */
  @Nullable String of(HttpServletRequest request);

  /** Takes none. */
  static RequestAccount none() {
    return request -> null;
  }

  /** Takes the value of a field that stands in the request exactly once, without a comma. */
  static RequestAccount ofHeader(String name) {
    checkArgument(!name.isBlank(), "a field has a name");
    return request -> {
      List<String> lines = Collections.list(request.getHeaders(name));
      return lines.size() == 1 && lines.get(0).indexOf(',') < 0 ? lines.get(0) : null;
    };
  }

  /** Takes what stands in {@code Host} before a domain, in lower case, without the port. */
  static RequestAccount ofSubdomain(String domain) {
    checkArgument(
        !domain.isEmpty()
            && domain.equals(domain.toLowerCase(Locale.ROOT))
            && !domain.startsWith("."),
        "a domain is written in lower case, without a dot before: %s",
        domain);
    String end = "." + domain;
    return request -> {
      List<String> lines = Collections.list(request.getHeaders("Host"));
      String host = lines.size() == 1 ? withoutPort(lines.get(0)) : "";
      return host.endsWith(end) ? host.substring(0, host.length() - end.length()) : null;
    };
  }

  private static String withoutPort(String host) {
    int colon = host.indexOf(':');
    boolean isPort =
        colon >= 0 && host.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
    return (isPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
  }
}
