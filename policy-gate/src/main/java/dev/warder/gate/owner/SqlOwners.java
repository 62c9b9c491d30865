package dev.warder.gate.owner;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import dev.warder.model.text.Quoted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Looks owners up by one SQL statement for each kind of resource. A statement has one parameter,
 * the id as text, and gives the account as the only column of at most one row: {@code select
 * account from app where id = ?}. No row, and a null, mean that nobody owns the resource.
 *
 * <p>A statement must find a row for exactly the text that it was given. Some databases take {@code
 * 12abc} for the number 12, or {@code AB} for {@code ab}: there, compare as binary text. Where the
 * column is a number and the database refuses other text as bad data (SQLSTATE class 22), nobody
 * owns the resource.
 *
 * <p>Each look-up takes a connection, runs the statement and closes the connection, so the data
 * source should pool them. The database is asked to end a statement after five seconds. A user that
 * may only read is enough. Safe for use by several threads as far as the data source is.
 */
public final class SqlOwners implements OwnerLookup {
  private static final int TIMEOUT_SECONDS = 5;
  private static final String DATA_EXCEPTION = "22";

  private final DataSource database;
  private final ImmutableMap<String, String> statements;

  private SqlOwners(DataSource database, ImmutableMap<String, String> statements) {
    this.database = database;
    this.statements = statements;
  }

  /**
   * Returns look-ups in a database. No connection is taken before the first.
   *
   * @param database where connections come from
   * @param statements the statement of each kind; copied
   * @throws IllegalArgumentException where there is no statement, or a blank one
   */
  public static SqlOwners of(DataSource database, Map<String, String> statements) {
    ImmutableMap<String, String> copy = ImmutableMap.copyOf(statements);
    checkArgument(!copy.isEmpty(), "owners in a database need a statement for each kind");
    copy.forEach(
        (kind, statement) ->
            checkArgument(!statement.isBlank(), "the statement for %s is blank", Quoted.of(kind)));
    return new SqlOwners(database, copy);
  }

  /** Returns the kinds that have a statement. */
  public Set<String> kinds() {
    return statements.keySet();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException for a kind that has no statement
   * @throws SQLException where the database fails, or gives more than one row or column
   */
  @Override
  public @Nullable String account(String kind, String id) throws SQLException {
    String statement = statements.get(kind);
    checkArgument(statement != null, "there is no statement for %s", Quoted.of(kind));
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(statement)) {
      query.setQueryTimeout(TIMEOUT_SECONDS);
      query.setMaxRows(2);
      query.setString(1, id);
      try (ResultSet rows = query.executeQuery()) {
        return onlyAccount(kind, rows);
      }
    } catch (SQLException e) {
      String state = e.getSQLState();
      if (state != null && state.startsWith(DATA_EXCEPTION)) {
        return null;
      }
      throw e;
    }
  }

  private static @Nullable String onlyAccount(String kind, ResultSet rows) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    if (columns != 1) {
      throw new SQLException(
          "the statement for %s gives %d columns, and the account is the only one"
              .formatted(Quoted.of(kind), columns));
    }
    if (!rows.next()) {
      return null;
    }
    String account = rows.getString(1);
    if (rows.next()) {
      throw new SQLException(
          "the statement for %s gives more than one row".formatted(Quoted.of(kind)));
    }
    return account;
  }
}
