package dev.warder.authority;

import java.time.Instant;

/** An account, as it is kept. */
record AccountRow(String id, String name, Instant createdAt) {}
