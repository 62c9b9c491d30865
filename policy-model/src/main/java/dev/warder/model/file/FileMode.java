package dev.warder.model.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may read and write a file that is made, where files have POSIX permissions. */
final class FileMode {
  private static final String OWNER_ONLY = "rw-------";
  private static final String BY_UMASK = "rw-rw-rw-";

  private static final Map<PosixFilePermission, PosixFilePermission> OTHERS_OF_GROUP =
      Map.of(
          PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ,
          PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

  /** As the process's umask says. */
  static final FileMode NEW = new FileMode(BY_UMASK, null);

  static final FileMode SECRET = new FileMode(OWNER_ONLY, null);

  private final String whenMade;
  private final @Nullable PosixFileAttributes kept;

  private FileMode(String whenMade, @Nullable PosixFileAttributes kept) {
    this.whenMade = whenMade;
    this.kept = kept;
  }

  /** Returns the mode of a file that is there. */
  static FileMode of(Path file) throws IOException {
    PosixFileAttributeView view = view(file);
    if (view == null) {
      return NEW;
    }
    PosixFileAttributes attributes = view.readAttributes();
    if (!attributes.isRegularFile()) {
      throw new FileSystemException(file.toString(), null, "it was changed meanwhile");
    }
    return new FileMode(OWNER_ONLY, attributes);
  }

  /** Makes an empty file with a name that no other has, and opens it. */
  MadeFile create(Path folder) throws IOException {
    boolean isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        isPosix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(whenMade))
            }
            : new FileAttribute<?>[0];
    return MadeFile.in(folder, attributes);
  }

  /**
   * Gives a file owner, group and permissions of the one that it replaces. It is given away last:
   * until then this user may change it.
   */
  void applyTo(Path made) throws IOException {
    if (kept == null) {
      return;
    }
    PosixFileAttributeView view = requireNonNull(view(made));
    PosixFileAttributes own = view.readAttributes();
    if (!own.isRegularFile()) {
      throw new FileSystemException(made.toString(), null, "it was changed meanwhile");
    }
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(kept.permissions());
    if (!own.group().equals(kept.group()) && !isDone(() -> view.setGroup(kept.group()))) {
      keepGroupToOthers(permissions);
    }
    view.setPermissions(permissions);
    if (!own.owner().equals(kept.owner())) {
      // Where it cannot be kept, the file is this user's, who could read and write it before.
      boolean unused = isDone(() -> view.setOwner(kept.owner()));
    }
  }

  /** A link that got the name of a file leads nowhere. */
  private static @Nullable PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class, NOFOLLOW_LINKS);
  }

  /** Takes from another group what others do not have. */
  static void keepGroupToOthers(Set<PosixFilePermission> permissions) {
    OTHERS_OF_GROUP.forEach(
        (ofGroup, ofOthers) -> {
          if (!permissions.contains(ofOthers)) {
            permissions.remove(ofGroup);
          }
        });
  }

  private static boolean isDone(Change change) {
    try {
      change.make();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private interface Change {
    void make() throws IOException;
  }
}
