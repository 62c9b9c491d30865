package dev.warder.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row that a result is at. */
final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  String text(String column) throws SQLException {
    String text = result.getString(column);
    if (text == null) {
      throw new SQLException("no " + column);
    }
    return text;
  }

  Optional<String> optionalText(String column) throws SQLException {
    return Optional.ofNullable(result.getString(column));
  }

  long number(String column) throws SQLException {
    return result.getLong(column);
  }

  Instant instant(String column) throws SQLException {
    return Instant.ofEpochMilli(number(column));
  }

  Optional<Instant> optionalInstant(String column) throws SQLException {
    long millis = result.getLong(column);
    @Nullable Instant instant = result.wasNull() ? null : Instant.ofEpochMilli(millis);
    return Optional.ofNullable(instant);
  }
}
