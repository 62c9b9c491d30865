package dev.warder.model.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** A file of another name in the same folder, which is renamed when it is whole. */
final class WrittenBeside implements Written {
  private static final String FOLDER_REFUSED =
      "this program may not read and write its folder, and replaces a file whole or not at all;"
          + " name a file in another folder";
  private static final String NOT_REPLACED =
      "another file cannot take its place (%s); name a file in another folder";
  private static final String NO_SECOND_NAME =
      "its file system gives a file no second name, which it is made by; name a file on another";

  /** What the caller calls the file. */
  private final Path path;

  private final Path file;
  private final FileMode mode;
  private final Folder folder;
  private final MadeFile made;
  private boolean isMade = true;

  private WrittenBeside(Path path, Path file, FileMode mode, Folder folder, MadeFile made) {
    this.path = path;
    this.file = file;
    this.mode = mode;
    this.folder = folder;
    this.made = made;
  }

  static WrittenBeside open(Path path, Destination destination, FileMode mode) throws IOException {
    Folder folder = openFolder(path, destination.folder());
    try {
      MadeFile made = mode.create(destination.folder());
      return new WrittenBeside(path, destination.file(), mode, folder, made);
    } catch (IOException e) {
      folder.close();
      throw named(e, path);
    }
  }

  private static Folder openFolder(Path path, Path folder) throws IOException {
    try {
      return Folder.open(folder);
    } catch (IOException e) {
      throw named(e, path);
    }
  }

  /** Fills so many bytes, so that the disk has room for them. */
  void take(int room) throws IOException {
    byte[] filled = new byte[room];
    Arrays.fill(filled, (byte) '\n');
    try {
      Written.write(filled, made.channel());
      made.channel().force(true);
      made.channel().position(0);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public void commit(byte[] content) throws IOException {
    try {
      force(content);
      rename();
      isMade = false;
      folder.force();
    } catch (IOException e) {
      throw named(e, path);
    }
  }

  /** A file that is mounted by itself, as containers do it, cannot be replaced. */
  private void rename() throws IOException {
    try {
      Files.move(made.path(), file, ATOMIC_MOVE);
    } catch (FileSystemException e) {
      FileSystemException refused =
          new FileSystemException(
              path.toString(), null, NOT_REPLACED.formatted(String.valueOf(e.getReason())));
      refused.initCause(e);
      throw refused;
    }
  }

  /**
   * The same for a file whose name nothing has.
   *
   * @throws FileAlreadyExistsException when something has it
   */
  void commitAsNew(byte[] content) throws IOException {
    try {
      force(content);
      link();
      Files.delete(made.path());
      isMade = false;
      folder.force();
    } catch (IOException e) {
      throw named(e, path);
    }
  }

  private void link() throws IOException {
    try {
      Files.createLink(file, made.path());
    } catch (FileAlreadyExistsException e) {
      throw new FileAlreadyExistsException(path.toString());
    } catch (UnsupportedOperationException | FileSystemException e) {
      FileSystemException refused = new FileSystemException(path.toString(), null, NO_SECOND_NAME);
      refused.initCause(e);
      throw refused;
    }
  }

  private void force(byte[] content) throws IOException {
    FileChannel channel = made.channel();
    Written.write(content, channel);
    channel.truncate(content.length);
    made.check(content.length);
    mode.applyTo(made.path());
    channel.force(true);
    channel.close();
    made.check(content.length);
  }

  /** Returns a failure that names what the caller names, and not the file beside it. */
  static IOException named(IOException failure, Path path) {
    if (!(failure instanceof FileSystemException of)
        || failure instanceof NoSuchFileException
        || path.toString().equals(of.getFile())) {
      return failure;
    }
    FileSystemException named =
        failure instanceof AccessDeniedException
            ? new AccessDeniedException(path.toString(), null, FOLDER_REFUSED)
            : new FileSystemException(path.toString(), null, of.getReason());
    named.initCause(failure);
    return named;
  }

  @Override
  public void close() throws IOException {
    try {
      made.channel().close();
    } finally {
      try {
        if (isMade) {
          Files.deleteIfExists(made.path());
        }
      } finally {
        isMade = false;
        folder.close();
      }
    }
  }
}
