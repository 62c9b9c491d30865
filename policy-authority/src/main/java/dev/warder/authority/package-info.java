/**
 * Tokens issued, listed, rotated and revoked, and kept in a database. {@link
 * dev.warder.authority.Store} is the database, SQLite or PostgreSQL.
 */
@CheckReturnValue
@NullMarked
package dev.warder.authority;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
