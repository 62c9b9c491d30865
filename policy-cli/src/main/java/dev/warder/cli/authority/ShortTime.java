package dev.warder.cli.authority;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as lists show them to people: in UTC, cut to the minute. */
final class ShortTime {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private ShortTime() {}

  /** Returns {@code 2026-11-25 10:00}. */
  static String of(Instant time) {
    return MINUTE.format(time);
  }
}
