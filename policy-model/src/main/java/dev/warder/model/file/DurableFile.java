package dev.warder.model.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Files that are whole at any moment, also after a kill or a loss of power: with their old content
 * or with their new.
 */
public final class DurableFile {
  private DurableFile() {}

  /**
   * Makes a file, or replaces its content; when this returns, that is durable. {@link PendingFile}
   * says what happens to links, pipes, mode and owner.
   *
   * @throws IOException when the file cannot be written; it is then as before
   */
  public static void replace(Path path, byte[] content) throws IOException {
    try (PendingFile file = PendingFile.of(path)) {
      file.commit(content);
    }
  }

  /**
   * Returns the file whose content {@link #replace} makes or replaces: the end of the path's links,
   * in a folder whose path has none. It need not be there.
   *
   * @throws IOException when the links lead in a circle, or the folder is not there
   */
  public static Path endOfLinks(Path path) throws IOException {
    return Destination.endOfLinks(path);
  }

  /**
   * Makes a file for its owner alone; when this returns, it is durable. Of several that make one
   * file at once, one succeeds.
   *
   * @throws FileAlreadyExistsException when something has the name, a link included
   * @throws IOException when the file cannot be made; nothing then has the name
   */
  public static void createSecret(Path path, byte[] content) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    try (WrittenBeside file = WrittenBeside.open(path, Destination.ofNew(path), FileMode.SECRET)) {
      file.commitAsNew(content);
    }
  }

  /** Makes the name of a file durable. Windows opens no folders, and needs none of this. */
  public static void forceFolderOf(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      try (Folder opened = Folder.open(folder)) {
        opened.force();
      }
    }
  }
}
