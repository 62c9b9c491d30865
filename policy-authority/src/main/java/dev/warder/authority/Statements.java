package dev.warder.authority;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one transaction. When one has failed the transaction is lost, whatever is done
 * about the failure: PostgreSQL rolls back then even at a commit.
 */
final class Statements {
  private final Connection connection;
  private final StorePlace place;
  private @Nullable StoreFailure failed;

  /** Makes a value of a row. */
  @FunctionalInterface
  interface Reading<T> {
    T of(Row row) throws SQLException, StoreFailure;
  }

  Statements(Connection connection, StorePlace place) {
    this.connection = connection;
    this.place = place;
  }

  /** Returns what is made of each row, in the order of the rows. */
  <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... parameters)
      throws StoreFailure {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      Row row = new Row(result);
      while (result.next()) {
        rows.add(reading.of(row));
      }
      return rows;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Returns what is made of the first row, or nothing when there is none. */
  <T> Optional<T> first(String sql, Reading<T> reading, @Nullable Object... parameters)
      throws StoreFailure {
    return list(sql, reading, parameters).stream().findFirst();
  }

  /** Returns how many rows were changed. */
  @CanIgnoreReturnValue
  int change(String sql, @Nullable Object... parameters) throws StoreFailure {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Runs a statement of ours without parameters that begins or ends the transaction. */
  void run(String sql) throws StoreFailure {
    try {
      Dialect.run(connection, sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Tells listeners, once this is committed, that there are revocations that they have not read.
   */
  void tellNews() throws StoreFailure {
    Optional<String> statement = place.dialect().tellNews();
    if (statement.isPresent()) {
      run(statement.get());
    }
  }

  /** Throws what failed, if anything did. */
  void checkNoneFailed() throws StoreFailure {
    if (failed != null) {
      throw failed;
    }
  }

  /** Returns the failure of a store that has what cannot have been written. */
  StoreFailure corrupt(String why) {
    return failure(StoreFailure.Kind.CORRUPT, why);
  }

  /** Returns a failure of this store. */
  StoreFailure failure(StoreFailure.Kind kind, String why) {
    return StoreFailure.of(kind, place.toString(), why);
  }

  private StoreFailure failed(SQLException e) {
    StoreFailure failure = place.dialect().failure(place.toString(), e);
    failed = failure;
    return failure;
  }

  // Whoever prepares closes; the texts are constants of the classes that make rows.
  private PreparedStatement prepare(String sql, @Nullable Object[] parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.length; i++) {
        set(statement, i + 1, parameters[i]);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private static void set(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof String text) {
      checkText(text);
      statement.setString(index, text);
    } else if (value instanceof Long number) {
      statement.setLong(index, number);
    } else if (value instanceof Boolean truth) {
      statement.setLong(index, truth ? 1 : 0);
    } else if (value instanceof Instant instant) {
      statement.setLong(index, instant.toEpochMilli());
    } else if (value instanceof Optional<?> optional) {
      set(statement, index, optional.orElse(null));
    } else if (value == null) {
      statement.setNull(index, Types.NULL);
    } else {
      throw new IllegalArgumentException("no such parameter: " + value.getClass());
    }
  }

  /** One of the databases, or both, would keep another text, or none. */
  private static void checkText(String text) {
    checkArgument(
        text.codePoints()
            .noneMatch(
                c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)),
        "a text has neither the character zero nor half of a surrogate pair");
  }
}
