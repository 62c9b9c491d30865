package dev.warder.model.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An empty file under a name that no other has. It is made and opened in one step, and written by
 * that channel alone: another file that gets its name gets no content.
 *
 * @param key what the file system knows the file by, where it tells
 */
record MadeFile(Path path, FileChannel channel, @Nullable Object key) {
  private static final String ANOTHER =
      "another program put something in the place of the new file; name a file in a folder that"
          + " you alone may write";

  static MadeFile in(Path folder, FileAttribute<?>... attributes) throws IOException {
    Path path = folder.resolve(".warder-" + UUID.randomUUID() + ".tmp");
    FileChannel channel =
        FileChannel.open(path, Set.of(CREATE_NEW, WRITE, NOFOLLOW_LINKS), attributes);
    try {
      return new MadeFile(path, channel, attributes(path).fileKey());
    } catch (IOException e) {
      channel.close();
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /**
   * Checks that the name still leads to this file. What renames or changes a file by its name calls
   * this right before. A change between the two goes unnoticed, as Java does neither by a channel.
   *
   * @param size how many bytes the file has
   */
  void check(long size) throws IOException {
    BasicFileAttributes now = attributes(path);
    if (!now.isRegularFile() || now.size() != size || !Objects.equals(key, now.fileKey())) {
      throw new FileSystemException(path.toString(), null, ANOTHER);
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
  }
}
