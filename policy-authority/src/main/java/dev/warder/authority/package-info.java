/**
 * Tokens issued, listed, rotated and revoked, and kept in a database. {@link
 * dev.warder.authority.Store} is the database, SQLite or PostgreSQL.
 */
@NullMarked
package dev.warder.authority;

import org.jspecify.annotations.NullMarked;
