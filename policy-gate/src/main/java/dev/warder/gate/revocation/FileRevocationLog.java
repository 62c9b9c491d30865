package dev.warder.gate.revocation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.gate.revocation.LogLines.Place;
import dev.warder.model.file.DurableFile;
import dev.warder.model.file.FileNames;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log in a file, one line of JSON for each entry, for processes of one machine: any number append
 * and read at once. A last line that was torn is passed over, and cut off by the next append;
 * anything else that is wrong is an error that names file and line, and is never repaired. Safe for
 * use by many threads.
 *
 * <p>Who appends holds a lock on a file of the same name with {@code .lock} after it. The place is
 * resolved, through links, and the file opened anew each time. A read, an append or a poll fails
 * when the file was replaced meanwhile, or has the id of another log. Reading on from where the
 * last read ended reads nothing twice but one entry.
 */
public final class FileRevocationLog implements RevocationLog, Closeable {
  private final Path place;
  private final String id;

  /** The file that was read last. This and the next two are guarded by the log itself. */
  private @Nullable Object lastFile;

  /** Where the entry begins that was read last. */
  private Place lastRead = LogLines.START;

  private long durableTo;

  /** Guards the tail, so that a read waits for no append. */
  private final Object tailLock = new Object();

  private Tail tail = new Tail(LogLines.START, null);
  private volatile boolean isClosed;

  /** The last entry that is known to who appends, and where it begins. */
  private record Tail(Place place, @Nullable Entry entry) {}

  private FileRevocationLog(Path place, String id) {
    this.place = place;
    this.id = id;
  }

  /**
   * Returns the log of a file that is there. A follower opens it by this: a path that was mistyped
   * would otherwise make a log that nobody revokes in.
   *
   * @param place the file, or a link to it
   * @throws IOException when there is none, or it is no log, or has several names
   */
  public static FileRevocationLog open(Path place) throws IOException {
    if (!Files.exists(place)) {
      throw new IOException(
          place
              + ": there is no revocation log; name the one that revokers append to, or make a new"
              + " one by openOrMake(…)");
    }
    FileNames.removeNameOfMaking(place);
    try (OpenLog file = OpenLog.open(place, READ)) {
      return new FileRevocationLog(place.toAbsolutePath(), LogHeader.read(place, file.channel()));
    }
  }

  /**
   * Returns the log of a file, which is made if there is none: for the first start, and for who
   * revokes.
   *
   * @param place the file, or a link to it
   * @param random makes the id of a new log
   * @throws IOException when there is none and it cannot be made, or it is no log, or has several
   *     names
   */
  public static FileRevocationLog openOrMake(Path place, SecureRandom random) throws IOException {
    if (!Files.exists(place)) {
      make(place, random);
    }
    return open(place);
  }

  /** Makes a file beside the place, and gives it its name when it is whole and durable. */
  private static void make(Path place, SecureRandom random) throws IOException {
    Path folder = requireNonNull(place.toAbsolutePath().getParent());
    Path made = folder.resolve(".warder-" + LogHeader.randomId(random) + ".log");
    FileChannel file = FileChannel.open(made, CREATE_NEW, WRITE);
    try {
      try (file) {
        ByteBuffer content = ByteBuffer.wrap(LogHeader.write(LogHeader.randomId(random)));
        while (content.hasRemaining()) {
          file.write(content);
        }
        file.force(true);
      }
      Files.createLink(place, made);
      DurableFile.forceFolderOf(place);
    } catch (FileAlreadyExistsException e) {
      // Another made it just now.
    } finally {
      // Another that opened the log just now may have removed it.
      Files.deleteIfExists(made);
    }
  }

  /**
   * Adds an entry, and returns its position once it is durable. The entries before are checked as
   * far as they are not known yet: the first time all of them. Waits for as long as another holds
   * the lock, and can be interrupted.
   *
   * @throws IOException when the log cannot be read or written, or is not as it should be, or lacks
   *     an entry that it had, when another file has taken its place, or the lock file is gone or
   *     was replaced. Then the entry may be in the log or not
   */
  @CanIgnoreReturnValue
  public long append(Revocation revocation) throws IOException {
    checkState(!isClosed, "the log is closed");
    Path real = place.toRealPath();
    Path lockFile = real.resolveSibling(real.getFileName() + ".lock");
    try (ExclusiveFile held = ExclusiveFile.lock(lockFile);
        OpenLog reading = OpenLog.open(place, READ);
        OpenLog writing = OpenLog.open(place, APPEND)) {
      if (!reading.real().equals(real) || !writing.key().equals(reading.key())) {
        throw new IOException(place + ": this link was switched just now; append again");
      }
      checkId(reading);
      synchronized (tailLock) {
        return append(revocation, reading, writing, held);
      }
    }
  }

  private void checkId(OpenLog file) throws IOException {
    String found = LogHeader.read(place, file.channel());
    if (!found.equals(id)) {
      throw new IOException(
          place + ": another log has its place: its id is " + found + ", not " + id);
    }
  }

  private long append(Revocation revocation, OpenLog reading, OpenLog writing, ExclusiveFile held)
      throws IOException {
    LogLines lines = new LogLines(place, reading.channel(), tail.place);
    tail = last(lines);
    Entry last = tail.entry;
    Entry entry =
        last == null
            ? Entry.after(0, NO_LINK, revocation)
            : Entry.after(last.position(), last.link(), revocation);
    Place end = lines.next();
    held.check();
    new LogEnd(place, end.offset(), lines.end()).append(LogLine.write(entry), writing.channel());
    tail = new Tail(end, entry);
    writing.checkInPlace();
    held.check();
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
    try (OpenLog file = OpenLog.open(place, READ)) {
      checkId(file);
      Place start =
          file.key().equals(lastFile) && lastRead.position() <= from ? lastRead : LogLines.START;
      // Unless all goes well, nothing is known of where entries are.
      lastRead = LogLines.START;
      LogLines lines = new LogLines(place, file.channel(), start);
      List<Entry> entries = new ArrayList<>();
      Place last = readTo(entries, lines, start, from, most);
      makeDurable(entries, file.channel());
      file.checkInPlace();
      lastRead = last;
      lastFile = file.key();
      return entries;
    }
  }

  /** Adds the entries from a position on, and returns where the last one read begins. */
  private static Place readTo(List<Entry> entries, LogLines lines, Place start, long from, int most)
      throws IOException {
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
    return place;
  }

  /** Vouches while the place leads to the file that was read last. */
  @Override
  public synchronized String confirm(Progress read) throws IOException {
    checkState(!isClosed, "the log is closed");
    if (lastFile == null) {
      throw new IOException(place + ": it was not read");
    }
    OpenLog.checkLeadsTo(place, lastFile);
    return id;
  }

  /** What another has written may not be durable yet, and its readers rely on that. */
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
