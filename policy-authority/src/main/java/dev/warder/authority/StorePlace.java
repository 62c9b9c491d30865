package dev.warder.authority;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.warder.authority.StoreFailure.Kind;
import dev.warder.model.file.FileNames;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a store is: a file, or the URL of a database. The URL that is kept has no password: that is
 * handed to the driver apart from it, so that no message can have it.
 */
final class StorePlace {
  /** What the system says of a write where there is no room: the disk, a quota, a limit. */
  private static final List<String> FULL =
      List.of("No space left on device", "Disk quota exceeded", "File too large");

  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String OWNER_ONLY = "rw-------";

  private final Dialect dialect;
  private final String name;
  private final String url;
  private final Properties properties;

  /** The file of SQLite. */
  private final @Nullable Path file;

  /** Whether the file is made where there is none. */
  private final boolean isMade;

  private StorePlace(
      Dialect dialect,
      String name,
      String url,
      Properties properties,
      @Nullable Path file,
      boolean isMade) {
    this.dialect = dialect;
    this.name = name;
    this.url = url;
    this.properties = properties;
    this.file = file;
    this.isMade = isMade;
  }

  static StorePlace parse(String place) {
    if (place.startsWith(POSTGRESQL)) {
      return postgresql(place);
    } else if (place.startsWith(SQLITE)) {
      return sqlite(place.substring(SQLITE.length()));
    }
    checkArgument(
        !place.startsWith("jdbc:") && !place.contains("://"),
        "a store is a file, or at a URL that begins with %s or %s",
        SQLITE,
        POSTGRESQL);
    return sqlite(Path.of(place).toAbsolutePath().toString());
  }

  private static StorePlace sqlite(String location) {
    int end = location.indexOf('?');
    String path = end < 0 ? location : location.substring(0, end);
    String query = end < 0 ? "" : location.substring(end);
    boolean isUri = path.startsWith("file:");
    String file = isUri ? path.substring("file:".length()) : path;
    checkArgument(
        !file.isEmpty() && !file.contains(":memory:") && !query.contains("mode=memory"),
        "a store is kept in a file");
    checkNamesOneFile(file, isUri, !query.isEmpty());
    List<String> parameters =
        query.isEmpty() ? List.of() : List.of(query.substring(1).split("&", -1));
    boolean isNeverMade = parameters.contains("mode=ro") || parameters.contains("mode=rw");
    // Absolute, as Java and SQLite may take another folder for the present one.
    Path real = Path.of(file).toAbsolutePath();
    return new StorePlace(
        new Sqlite(),
        real.toString(),
        SQLITE + (isUri ? "file:" : "") + real + readWrite(query, parameters),
        new Properties(),
        real,
        !isNeverMade);
  }

  /** Files are made by {@code make} alone: SQLite would make an empty one where one is gone. */
  private static String readWrite(String query, List<String> parameters) {
    return query.isEmpty()
        ? ""
        : parameters.stream()
            .map(parameter -> parameter.equals("mode=rwc") ? "mode=rw" : parameter)
            .collect(joining("&", "?", ""));
  }

  /** SQLite would open another file than the one that is made here for its owner alone. */
  private static void checkNamesOneFile(String file, boolean isUri, boolean hasQuery) {
    checkArgument(
        isUri || !hasQuery,
        "a store's file has no `?` in its name; parameters stand after a %sfile: URL",
        SQLITE);
    boolean hasHost = file.startsWith("//") && !file.startsWith("///");
    checkArgument(
        !isUri || !(hasHost || file.contains("%") || file.contains("#")),
        "a %sfile: URL has neither a host, nor `%%` or `#` in its file's name",
        SQLITE);
  }

  private static StorePlace postgresql(String place) {
    int end = place.indexOf('?');
    String base = end < 0 ? place : place.substring(0, end);
    checkArgument(
        !base.contains("@"), "user and password stand after the `?` of a URL of PostgreSQL");
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "60");
    properties.setProperty("tcpKeepAlive", "true");
    // The details of an error are what is stored.
    properties.setProperty("logServerErrorDetail", "false");
    List<String> kept = new ArrayList<>();
    for (String parameter : end < 0 ? new String[0] : place.substring(end + 1).split("&", -1)) {
      String[] parts = parameter.split("=", 2);
      if (parts.length == 2 && (parts[0].equals("password") || parts[0].equals("sslpassword"))) {
        properties.setProperty(parts[0], URLDecoder.decode(parts[1], UTF_8));
      } else {
        kept.add(parameter);
      }
    }
    String url = kept.isEmpty() ? base : base + '?' + String.join("&", kept);
    return new StorePlace(new Postgresql(), base, url, properties, null, false);
  }

  Dialect dialect() {
    return dialect;
  }

  /** Returns what messages call it: without anything secret. */
  @Override
  public String toString() {
    return name;
  }

  /**
   * Makes the file, with its folder, for the owner alone, unless it is there. It is never seen
   * empty: one that is had been a store, and was cut to nothing, or is somebody else's.
   */
  void make() throws StoreFailure {
    if (file == null) {
      return;
    }
    try {
      removeNameOfMaking(file);
      if (isMade) {
        make(file);
      }
    } catch (FileAlreadyExistsException e) {
      // Another made it just now.
    } catch (SQLException e) {
      throw dialect().failure(name, e);
    } catch (IOException e) {
      throw unmade(name, e);
    }
  }

  /** Where that fails the file keeps both names, and each connection is refused for it. */
  private static void removeNameOfMaking(Path there) {
    try {
      FileNames.removeNameOfMaking(there);
    } catch (IOException e) {
      // It cannot be looked at, or its folder cannot be changed.
    }
  }

  private void make(Path wanted) throws IOException, SQLException, StoreFailure {
    if (!Files.exists(wanted)) {
      checkNoLinkToNothing(wanted);
      checkNothingIsLeft(wanted);
      makeWhole(wanted);
    } else if (Files.size(wanted) == 0) {
      throw StoreFailure.of(Kind.CORRUPT, name, "the file is empty");
    }
  }

  /** Returns the failure of a store whose file could not be made. */
  static StoreFailure unmade(String name, IOException e) {
    String why = "it cannot be made: " + reason(e);
    boolean isFull = FULL.stream().anyMatch(why::contains);
    return StoreFailure.of(isFull ? Kind.FULL : Kind.CANNOT_OPEN, false, name, why, e);
  }

  /** Returns why, without the name of a file that is there for a moment. */
  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException of ? of.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  private void checkNoLinkToNothing(Path gone) throws StoreFailure {
    if (Files.isSymbolicLink(gone)) {
      throw StoreFailure.of(Kind.CANNOT_OPEN, name, "it is a link to a file that is not there");
    }
  }

  /** A new database would be taken for the one whose log this is, and the log would be used up. */
  private void checkNothingIsLeft(Path gone) throws StoreFailure {
    Path log = gone.resolveSibling(gone.getFileName() + "-wal");
    if (Files.exists(log)) {
      throw StoreFailure.of(
          Kind.CORRUPT, name, "the file is gone, and its log is still there: `" + log + "`");
    }
  }

  /** Makes a database without tables beside the place, and gives it its name when it is whole. */
  private void makeWhole(Path whole) throws IOException, SQLException {
    Path folder = requireNonNull(whole.getParent());
    if (!Files.exists(folder)) {
      Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
    }
    Path made = Files.createTempFile(folder, ".warder-", ".db", ownerOnly(folder, OWNER_ONLY));
    try {
      try (Connection connection = DriverManager.getConnection(SQLITE + made)) {
        Dialect.run(connection, "pragma user_version = 0");
        Dialect.run(connection, "vacuum");
      }
      Files.createLink(whole, made);
    } finally {
      // Another that opened the store just now may have removed it.
      Files.deleteIfExists(made);
    }
  }

  /**
   * Takes the permissions of others from the file, and from those that SQLite has beside it. Says
   * so where they had any of the file.
   */
  Optional<String> keepToOwner() throws StoreFailure {
    if (file == null || !hasPermissions(file)) {
      return Optional.empty();
    }
    try {
      // SQLite has its files beside the file itself, and not beside a link to it.
      Path real = file.toRealPath();
      String before = permissions(real);
      for (String beside : List.of("", "-wal", "-shm", "-journal")) {
        keepToOwner(real.resolveSibling(real.getFileName() + beside));
      }
      return before.equals(OWNER_ONLY)
          ? Optional.empty()
          : Optional.of(
              "others could read the private keys in %s (%s); now only its owner can (%s)"
                  .formatted(name, before, OWNER_ONLY));
    } catch (IOException e) {
      throw StoreFailure.of(Kind.READ_ONLY, false, name, "its permissions stay as they are", e);
    }
  }

  /** One beside the database may be gone any time, with the last connection. */
  private static void keepToOwner(Path one) throws IOException {
    try {
      if (!permissions(one).equals(OWNER_ONLY)) {
        Files.setPosixFilePermissions(one, PosixFilePermissions.fromString(OWNER_ONLY));
      }
    } catch (NoSuchFileException e) {
      // It is not there.
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    return hasPermissions(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Checks that this place still leads to the files that a connection has open. A server's
   * connection ends with its database.
   *
   * @throws StoreFailure when others have these files' names, or nothing has
   */
  void checkLeadsTo(Connection connection) throws SQLException, StoreFailure {
    if (file == null) {
      return;
    }
    Optional<String> replaced = connection.unwrap(SqliteConnection.class).replaced();
    if (replaced.isPresent()) {
      throw StoreFailure.of(Kind.REPLACED, true, name, replaced.get(), null);
    }
  }

  /**
   * Checks that to open a connection is worth the wait.
   *
   * @throws StoreFailure when it is certain that none can be opened
   */
  void checkCanBeOpened() throws SQLException, StoreFailure {
    Optional<String> refusal = file == null ? Optional.empty() : SqliteConnection.refusal(file);
    if (refusal.isPresent()) {
      throw StoreFailure.of(Kind.REPLACED, name, refusal.get());
    }
  }

  /** Opens a connection that is fit for use. */
  Connection connect(Duration wait) throws SQLException {
    if (file != null) {
      return SqliteConnection.open(file, url, connection -> dialect.prepare(connection, wait));
    }
    Connection connection = DriverManager.getConnection(url, properties);
    try {
      dialect.prepare(connection, wait);
      return connection;
    } catch (SQLException | RuntimeException e) {
      try {
        connection.close();
      } catch (SQLException ofClosing) {
        e.addSuppressed(ofClosing);
      }
      throw e;
    }
  }
}
