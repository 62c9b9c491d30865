package dev.warder.gate.revocation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.common.util.concurrent.Striped;
import dev.warder.gate.revocation.LogLines.Place;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * A log in a file, one line of JSON for each entry, for processes of one machine: any number append
 * and read at once. A last line that was torn is passed over, and cut off by the next append;
 * anything else that is wrong is an error that names file and line, and is never repaired. Safe for
 * use by many threads.
 *
 * <p>Who appends holds a lock on a file of the same name with {@code .lock} after it. The file is
 * opened anew each time, so one put in its place is noticed. Reading on from where the last read
 * ended reads nothing twice but one entry.
 */
public final class FileRevocationLog implements RevocationLog, Closeable {
  /** A lock on a file keeps other processes out, and this keeps out other threads of this one. */
  private static final Striped<Lock> APPENDING = Striped.lock(16);

  private final Path path;
  private final Path lockPath;

  /** Where the entry begins that was read last. */
  private Place lastRead = LogLines.START;

  private long durableTo;
  private Tail tail = new Tail(LogLines.START, null);
  private volatile boolean isClosed;

  /** The last entry that is known to who appends, and where it begins. */
  private record Tail(Place place, @Nullable Entry entry) {}

  private FileRevocationLog(Path path) {
    this.path = path;
    this.lockPath = path.resolveSibling(path.getFileName() + ".lock");
  }

  /**
   * Returns the log of a file, which is made if there is none.
   *
   * @throws IOException when there is none and it cannot be made
   */
  public static FileRevocationLog open(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path, CREATE_NEW, WRITE)) {
      file.force(true);
      DurableFile.forceFolderOf(path);
    } catch (FileAlreadyExistsException e) {
      // Another made it, now or long ago.
    }
    return new FileRevocationLog(path.toRealPath());
  }

  /**
   * Adds an entry, and returns its position once it is durable. The entries before are checked as
   * far as they are not known yet: the first time all of them.
   *
   * @throws IOException when the log cannot be read or written, or is not as it should be, or lacks
   *     an entry that it had. Then the entry may be in the log or not
   */
  public synchronized long append(Revocation revocation) throws IOException {
    checkState(!isClosed, "the log is closed");
    Lock appending = APPENDING.get(path);
    appending.lock();
    try (FileChannel lockFile = FileChannel.open(lockPath, CREATE, WRITE)) {
      FileLock unused = lockFile.lock();
      try (FileChannel file = FileChannel.open(path, READ, WRITE)) {
        return append(revocation, file);
      }
    } finally {
      appending.unlock();
    }
  }

  private long append(Revocation revocation, FileChannel file) throws IOException {
    LogLines lines = new LogLines(path, file, tail.place);
    tail = last(lines);
    Entry last = tail.entry;
    Entry entry =
        last == null
            ? Entry.after(0, NO_LINK, revocation)
            : Entry.after(last.position(), last.link(), revocation);
    Place end = lines.next();
    file.truncate(end.offset());
    ByteBuffer line = ByteBuffer.wrap(LogLine.write(entry));
    for (long at = end.offset(); line.hasRemaining(); ) {
      at += file.write(line, at);
    }
    file.force(false);
    tail = new Tail(end, entry);
    return entry.position();
  }

  /** Reads to the end from the last entry known, which must still be there. */
  private Tail last(LogLines lines) throws IOException {
    Tail last = tail;
    if (last.entry != null && !last.entry.equals(lines.read())) {
      throw lines.error("this entry is not there any more as it was", null);
    }
    Place place = lines.next();
    for (Entry entry = lines.read(); entry != null; entry = lines.read()) {
      Entry before = last.entry;
      String link = before == null ? NO_LINK : before.link();
      if (!entry.link().equals(RevocationLog.link(link, entry.position(), entry.revocation()))) {
        throw lines.error("the line before has a wrong link", null);
      }
      last = new Tail(place, entry);
      place = lines.next();
    }
    return last;
  }

  @Override
  public synchronized List<Entry> read(long from, int most) throws IOException {
    checkState(!isClosed, "the log is closed");
    checkArgument(from >= 1 && most >= 1, "from %s, %s at most", from, most);
    Place start = lastRead.position() <= from ? lastRead : LogLines.START;
    // Unless all goes well, nothing is known of where entries are.
    lastRead = LogLines.START;
    List<Entry> entries = new ArrayList<>();
    try (FileChannel file = FileChannel.open(path, READ)) {
      LogLines lines = new LogLines(path, file, start);
      Place place = start;
      while (entries.size() < most) {
        Place next = lines.next();
        Entry entry = lines.read();
        if (entry == null) {
          break;
        }
        place = next;
        if (entry.position() >= from) {
          entries.add(entry);
        }
      }
      makeDurable(entries, file);
      lastRead = place;
    }
    return entries;
  }

  /** What another has written may not be durable yet, and whoever reads it relies on that. */
  private void makeDurable(List<Entry> entries, FileChannel file) throws IOException {
    long last = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).position();
    if (last > durableTo) {
      file.force(false);
      durableTo = last;
    }
  }

  /** Ends reading and appending: both fail from now on. */
  @Override
  public void close() {
    isClosed = true;
  }
}
