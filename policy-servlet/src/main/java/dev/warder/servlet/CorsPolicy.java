package dev.warder.servlet;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * Which pages of other origins may call the API from a browser (the Fetch standard, section 3.3).
 * Cookies never come with such calls. Immutable.
 *
 * @param origins the origins, such as {@code https://app.example.com}, or {@code *} alone for all
 * @param methods the methods, such as {@code PATCH}
 * @param fields the fields of requests, such as {@code Authorization}
 * @param age for how long a browser may keep the answer to a preflight, whole seconds
 */
public record CorsPolicy(
    Set<String> origins, Set<String> methods, Set<String> fields, Duration age) {
  private static final String ALL = "*";
  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * Makes one.
   *
   * @throws IllegalArgumentException when there is no origin or method, an origin has a path, or
   *     the age is not from 0 to 24 hours
   */
  public CorsPolicy {
    origins = ImmutableSet.copyOf(origins);
    methods = ImmutableSet.copyOf(methods);
    fields = ImmutableSet.copyOf(fields);
    checkArgument(!origins.isEmpty(), "name an origin, or * for all");
    checkArgument(!origins.contains(ALL) || origins.size() == 1, "* stands alone: %s", origins);
    origins.forEach(CorsPolicy::checkOrigin);
    checkArgument(!methods.isEmpty(), "name a method");
    checkArgument(
        methods.stream().allMatch(CorsPolicy::isToken)
            && fields.stream().allMatch(CorsPolicy::isToken),
        "methods and fields are tokens (RFC 9110, section 5.6.2): %s, %s",
        methods,
        fields);
    checkArgument(
        !age.isNegative() && age.compareTo(LONGEST) <= 0, "an age is from 0 to 24 hours: %s", age);
  }

  private static void checkOrigin(String origin) {
    boolean isOrigin =
        origin.equals(ALL)
            || origin.matches(
                "https?://[a-z0-9.\\-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:.]+\\](:[0-9]{1,5})?");
    checkArgument(
        isOrigin,
        "no origin: %s; write scheme, host and port, in lower case, without a path",
        origin);
  }

  private static boolean isToken(String text) {
    return text.matches("[A-Za-z0-9!#$%&'*+\\-.^_`|~]+");
  }

  /** Returns whether a page of this origin may call the API. */
  boolean allowsOrigin(String origin) {
    return origins.contains(ALL) || origins.contains(origin);
  }

  /** Returns what a browser has to read for a page of this origin. */
  String allowOrigin(String origin) {
    return origins.contains(ALL) ? ALL : origin;
  }

  /** Returns whether all of the fields that a preflight lists may be sent. */
  boolean allowsFields(Set<String> lowerCaseNames) {
    return lowerCaseNames.stream()
        .allMatch(
            name -> fields.stream().anyMatch(field -> field.toLowerCase(Locale.ROOT).equals(name)));
  }
}
