package dev.warder.cli.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a file cannot be read or written, in words for a person. */
public final class FileFailure {
  private static final int MOST_BESIDE = 1_000;

  private FileFailure() {}

  /** Returns that a file cannot be read, and why. */
  public static NoAnswer unreadable(String file, Exception e) {
    return NoAnswer.because("cannot read " + Shown.quoted(file) + ": " + ofReading(file, e));
  }

  /** Returns why a file cannot be read. */
  public static String ofReading(String file, Exception e) {
    return why(file, "there is no such file", e);
  }

  /** Returns that a file cannot be written, and why. */
  public static NoAnswer unwritable(String file, Exception e) {
    return NoAnswer.because("cannot write " + Shown.quoted(file) + ": " + ofWriting(file, e));
  }

  /** Returns why a file cannot be written. */
  public static String ofWriting(String file, Exception e) {
    return why(file, "there is no such folder", e);
  }

  private static String why(String file, String missing, Exception e) {
    if (e instanceof InvalidPathException) {
      return "this cannot be a file's name";
    }
    if (e instanceof NoSuchFileException) {
      return missing + (file.equals("-") ? "; standard input is /dev/stdin" : near(Path.of(file)));
    }
    if (isCircle(e)) {
      return "its links lead in a circle";
    }
    if (Files.isDirectory(Path.of(file))) {
      return "it is a folder; name a file";
    }
    String reason = reason(e);
    if (e instanceof AccessDeniedException) {
      return "permission denied" + (reason == null ? "" : ": " + reason);
    }
    return Optional.ofNullable(reason).orElse(e.getClass().getSimpleName());
  }

  /** Returns which file beside it was probably meant, where one has nearly its name. */
  private static String near(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return "";
    }
    try (Stream<Path> beside = Files.list(folder)) {
      List<String> names =
          beside
              .limit(MOST_BESIDE)
              .filter(Files::isRegularFile)
              .map(one -> one.getFileName().toString())
              .sorted()
              .toList();
      return Meant.nearest(file.getFileName().toString(), names)
          .map(near -> Meant.question(file.resolveSibling(near).toString()))
          .orElse("");
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      return "";
    }
  }

  /** Opening a file tells it by the words of the system alone. */
  private static boolean isCircle(Exception e) {
    return e instanceof FileSystemLoopException
        || (e instanceof FileSystemException of
            && String.valueOf(of.getReason()).startsWith("Too many levels of symbolic links"));
  }

  /** A file system's message repeats the file's name, its reason does not. */
  private static @Nullable String reason(Exception e) {
    String reason = e instanceof FileSystemException of ? of.getReason() : e.getMessage();
    return reason == null ? null : Shown.whole(reason);
  }
}
