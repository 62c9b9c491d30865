package dev.warder.model.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The next content of a file. It is written beside the file, forced to the disk, and gets the
 * file's name when it is whole; the folder is then forced too.
 *
 * <ul>
 *   <li>A link stays, and the file that it leads to is replaced. Another hard link to this file
 *       keeps the old content.
 *   <li>What is no regular file (a pipe, a device) is written through, also where {@code
 *       /dev/stdout} leads to it. A path such as {@code /dev/fd/3} that leads to a regular file is
 *       refused.
 *   <li>A file keeps its mode and, where this process may give files away, its owner and group. A
 *       group that cannot be kept gets no more than others have.
 *   <li>A secret is its owner's alone from the beginning, and belongs to this process's user.
 *   <li>A file that may not be written is refused, although it could be replaced. A file in a
 *       folder that cannot be written is refused too, since it could only be written in place.
 * </ul>
 *
 * After a failure the file is as it was. A kill may leave a file {@code .warder-….tmp} in the
 * folder, which can be removed.
 */
public final class PendingFile implements Closeable {
  private final Written written;

  private PendingFile(Written written) {
    this.written = written;
  }

  /**
   * Begins the content of a file that others may read as far as its mode lets them.
   *
   * @throws IOException when the file could not be written
   */
  public static PendingFile of(Path path) throws IOException {
    Destination destination = Destination.of(path);
    return new PendingFile(
        destination.isWrittenThrough()
            ? WrittenThrough.open(destination.file())
            : WrittenBeside.open(
                path,
                destination,
                destination.isRegular() ? FileMode.of(destination.file()) : FileMode.NEW));
  }

  /**
   * Begins the content of a file for its owner alone, and takes room for it, so that a full disk is
   * noticed before there is a secret to lose.
   *
   * @param room how many bytes the content may have
   * @throws IOException when the file could not be written
   */
  public static PendingFile secret(Path path, int room) throws IOException {
    Destination destination = Destination.of(path);
    if (destination.isWrittenThrough()) {
      return new PendingFile(WrittenThrough.open(destination.file()));
    }
    WrittenBeside file = WrittenBeside.open(path, destination, FileMode.SECRET);
    file.take(room);
    return new PendingFile(file);
  }

  /**
   * Gives the file this content; when this returns, it is durable. Called once.
   *
   * @throws IOException when that failed; the file is then as before, unless it was replaced and
   *     only its folder could not be forced
   */
  public void commit(byte[] content) throws IOException {
    written.commit(content);
  }

  /** Removes what is not committed. */
  @Override
  public void close() throws IOException {
    written.close();
  }
}
