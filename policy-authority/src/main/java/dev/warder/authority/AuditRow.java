package dev.warder.authority;

import java.time.Instant;

/** An event with its place among all of them, from 1, and what ties it to those before. */
record AuditRow(long position, Instant at, AuditEvent event, String mac) {}
