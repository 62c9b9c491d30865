package dev.warder.gate.token;

import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Claims as a library hands them over that has verified a token, in the types that {@link
 * StrictJson} would give. What has no such type is null, which is no value of any claim.
 */
final class ForeignClaims {
  private static final int MOST_DEPTH = StrictJson.MAX_DEPTH;

  private ForeignClaims() {}

  /** Returns the claims. */
  static Map<String, @Nullable Object> read(Map<String, ?> claims) throws TokenRejected {
    return members(claims, 1);
  }

  private static Map<String, @Nullable Object> members(Map<?, ?> claims, int depth)
      throws TokenRejected {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (Map.Entry<?, ?> claim : claims.entrySet()) {
      if (!(claim.getKey() instanceof String name)) {
        throw TokenRejected.of(TokenFault.NOT_JSON);
      }
      members.put(name, value(claim.getValue(), depth));
    }
    return members;
  }

  @SuppressWarnings("JavaUtilDate") // as libraries hand times over
  private static @Nullable Object value(@Nullable Object value, int depth) throws TokenRejected {
    if (depth > MOST_DEPTH) {
      throw TokenRejected.of(TokenFault.TOO_DEEP);
    }
    if (value instanceof Map<?, ?> object) {
      return members(object, depth + 1);
    }
    if (value instanceof Collection<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      for (Object item : list) {
        items.add(value(item, depth + 1));
      }
      return items;
    }
    if (value instanceof Instant time) {
      return seconds(time);
    }
    if (value instanceof Date time) {
      return seconds(Instant.ofEpochMilli(time.getTime()));
    }
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof URI || value instanceof URL) {
      return value.toString();
    }
    boolean isOfJson =
        value instanceof String
            || value instanceof Boolean
            || value instanceof Long
            || value instanceof Double;
    return isOfJson ? value : null;
  }

  /** Part of a second is as much of one as in JSON: no time of a token has it. */
  private static Object seconds(Instant time) {
    return time.getNano() == 0
        ? (Object) time.getEpochSecond()
        : (Object) (time.getEpochSecond() + time.getNano() / 1e9);
  }
}
