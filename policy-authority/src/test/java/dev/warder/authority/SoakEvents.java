package dev.warder.authority;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;

/**
 * What happens under the processes of the soak test. No event loses a revocation that has returned:
 * a copy is made and put in place while no authority works.
 */
final class SoakEvents {
  private static final int LAST = 6;

  private final Path file;
  private final BooleanSupplier isOver;

  /** The marks of all processes. */
  private final List<Path> marks;

  private final List<SoakProcess> gates;
  private final List<SoakProcess> authorities;

  /** Authorities work while they read it. */
  private final ReadWriteLock working = new ReentrantReadWriteLock(true);

  private final Map<String, Integer> counts = new TreeMap<>();
  private final Deque<String> last = new ArrayDeque<>();

  SoakEvents(
      Path file,
      List<SoakProcess> gates,
      List<SoakProcess> authorities,
      List<Path> marks,
      BooleanSupplier isOver) {
    this.isOver = isOver;
    this.file = file;
    this.marks = List.copyOf(marks);
    this.gates = gates;
    this.authorities = authorities;
  }

  void enter() {
    working.readLock().lock();
  }

  void leave() {
    working.readLock().unlock();
  }

  synchronized Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  synchronized String last() {
    return String.join(", ", last);
  }

  synchronized void note(String event) {
    counts.merge(event, 1, Integer::sum);
    last.add(event);
    if (last.size() > LAST) {
      last.remove();
    }
  }

  /** Lets one event happen, and then goes on for a while. */
  void happen(Random random) throws Exception {
    int kind = random.nextInt(7);
    SoakProcess gate = gates.get(random.nextInt(gates.size()));
    SoakProcess authority = authorities.get(random.nextInt(authorities.size()));
    switch (kind) {
      case 0 -> stopForAWhile(random.nextBoolean() ? gate : authority, random);
      case 1 -> kill(random.nextBoolean() ? gate : authority);
      case 2, 3 -> replaceByAWholeCopy(authority, random.nextInt(3) == 0);
      case 4 -> restoreAnOlderCopyAndTheNewerAgain(random);
      case 5 -> moveAwayAndBack(random);
      default -> removeLogAndIndex();
    }
    TimeUnit.MILLISECONDS.sleep(1_500 + random.nextInt(2_500));
  }

  private void stopForAWhile(SoakProcess process, Random random) throws Exception {
    note("stopped");
    process.signal("STOP");
    try {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
    } finally {
      process.signal("CONT");
    }
  }

  private void kill(SoakProcess process) {
    note("killed");
    process.kill();
  }

  /** An authority that is started anew opens the new file, whatever the others do. */
  private void replaceByAWholeCopy(SoakProcess authority, boolean isLogLeft) throws Exception {
    working.writeLock().lock();
    try {
      note(isLogLeft ? "replaced, log left" : "replaced");
      Path copy = copy("copy.db");
      if (isLogLeft) {
        run("mv", copy.toString(), file.toString());
      } else {
        putInPlace(copy);
      }
      authority.kill();
    } finally {
      working.writeLock().unlock();
    }
  }

  /**
   * While the older copy is in place authorities try to work. They cannot, as it lacks a revocation
   * that their marks have: what they did there would be lost.
   */
  private void restoreAnOlderCopyAndTheNewerAgain(Random random) throws Exception {
    Path older = copy("older.db");
    do {
      TimeUnit.MILLISECONDS.sleep(1_500);
    } while (!isOver.getAsBoolean() && end(file) <= end(older));
    Path newer;
    working.writeLock().lock();
    try {
      note("restored");
      letAllCatchUp();
      newer = copy("newer.db");
      putInPlace(older);
      kill(authorities.get(random.nextInt(authorities.size())));
    } finally {
      working.writeLock().unlock();
    }
    TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(1_000));
    working.writeLock().lock();
    try {
      putInPlace(newer);
    } finally {
      working.writeLock().unlock();
    }
  }

  /**
   * Lets the marks of all have all revocations. A follower that had not read a revocation cannot
   * notice that the log was rolled back behind it.
   */
  private void letAllCatchUp() throws Exception {
    for (SoakProcess authority : authorities) {
      while (!isOver.getAsBoolean() && !authority.restart()) {
        // It reads all when it starts.
      }
    }
    String end = "\"position\":" + end(file);
    for (Path mark : marks) {
      while (!isOver.getAsBoolean() && !Files.readString(mark).contains(end + ",")) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  /** Returns the position of the last revocation of a database, or 0. */
  private static long end(Path database) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
      return Long.parseLong(
          Dialect.ask(connection, "select coalesce(max(position), 0) from revocation"));
    }
  }

  /** Under authorities that work. Nobody finds the database without its log. */
  private void moveAwayAndBack(Random random) throws Exception {
    note("moved away");
    move("", ".away", "", "-wal", "-shm");
    TimeUnit.MILLISECONDS.sleep(random.nextInt(1_000));
    move(".away", "", "-wal", "-shm", "");
  }

  private void move(String from, String to, String... suffixes) throws Exception {
    for (String suffix : suffixes) {
      Path moved = Path.of(file + suffix + from);
      Path target = Path.of(file + suffix + to);
      if (Files.exists(moved)) {
        run("mv", moved.toString(), target.toString());
      } else {
        run("rm", "-f", target.toString());
      }
    }
  }

  /** What is in the log is written back before, so that nothing is lost. */
  private void removeLogAndIndex() throws Exception {
    working.writeLock().lock();
    try {
      note("log removed");
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
        Dialect.run(connection, "pragma busy_timeout = 3000");
        if (!"0".equals(Dialect.ask(connection, "pragma wal_checkpoint(truncate)"))) {
          return;
        }
        run("rm", "-f", file + "-wal", file + "-shm");
        // This connection must not be the last one, which would remove the new files by their
        // names.
        authorities.forEach(SoakProcess::kill);
      }
    } finally {
      working.writeLock().unlock();
    }
  }

  private Path copy(String name) throws SQLException {
    Path copy = file.resolveSibling(name);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Dialect.run(connection, "backup to '" + copy + "'");
    }
    return copy;
  }

  private void putInPlace(Path copy) throws Exception {
    run("rm", "-f", file + "-wal", file + "-shm");
    run("mv", copy.toString(), file.toString());
  }

  /** Lets processes that were stopped go on, so that all can end. */
  void letAllGoOn() throws Exception {
    for (SoakProcess process : gates) {
      process.signal("CONT");
    }
    for (SoakProcess process : authorities) {
      process.signal("CONT");
    }
  }

  private static void run(String... command) throws Exception {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command));
    }
  }
}
