package dev.warder.model;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problem;
import dev.warder.model.yaml.Problems;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The line that proves a catalogue file whole: the last one, with the SHA-256 of all bytes before
 * it. It is looked for in the bytes, whose lines end with a line feed: no comment, string or end of
 * a document changes what it is.
 */
final class WholeLine {
  /** Each line that begins so is this line, or is wrong. */
  private static final String BEGIN = "# warder: whole";

  private static final byte[] BEGIN_BYTES = BEGIN.getBytes(US_ASCII);
  private static final byte[] FORM = (BEGIN + ", sha256 ").getBytes(US_ASCII);
  private static final int DIGITS = 64;

  private final String source;
  private final byte[] bytes;
  private final Problems problems;

  private WholeLine(String source, byte[] bytes, Problems problems) {
    this.source = source;
    this.bytes = bytes;
    this.problems = problems;
  }

  /** Returns whether a text has something that must be checked. */
  static boolean isIn(String text) {
    return text.contains(BEGIN);
  }

  /** Returns a file's text with the line. The text ends with a line feed. */
  static String added(String text) {
    return text + new String(of(text.getBytes(UTF_8)), US_ASCII);
  }

  /** Returns a file with the line at its end, and without those that it had. */
  static byte[] added(byte[] file) {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream(file.length + 100);
    for (int start = 0; start < file.length; start = endOfLine(file, start)) {
      if (!startsWith(file, start, BEGIN_BYTES)) {
        sealed.write(file, start, endOfLine(file, start) - start);
      }
    }
    byte[] content = sealed.toByteArray();
    if (content.length > 0 && content[content.length - 1] != '\n') {
      sealed.write('\n');
    }
    sealed.writeBytes(of(sealed.toByteArray()));
    return sealed.toByteArray();
  }

  private static byte[] of(byte[] before) {
    return (BEGIN + ", sha256 " + hash(before, before.length) + "\n").getBytes(US_ASCII);
  }

  /** Returns whether the line proves the file whole, and adds a problem where one does not. */
  static boolean check(String source, byte[] file, Problems problems) {
    return new WholeLine(source, file, problems).check();
  }

  /** Returns the problem of a file that ends without the line. */
  static Problem missing(String source, byte[] file) {
    int line = 1;
    for (byte b : file) {
      line += b == '\n' ? 1 : 0;
    }
    return new Problem(
        new Place(source, line, 1),
        ("the file may be cut off: its last line is not `%s, sha256 …`; see that nothing is"
                + " missing, then %s")
            .formatted(BEGIN, seal(source)));
  }

  private boolean check() {
    boolean isWhole = false;
    int line = 1;
    for (int start = 0; start < bytes.length; start = endOfLine(bytes, start)) {
      if (startsWith(bytes, start, BEGIN_BYTES)) {
        isWhole = isRight(start, line);
      }
      line++;
    }
    return isWhole;
  }

  private boolean isRight(int start, int line) {
    int end = endOfLine(bytes, start);
    if (end < bytes.length) {
      wrong(line, 1, "there is more after this line, which is the last of a whole file");
    } else if (bytes[end - 1] != '\n') {
      wrong(line, 1, "this line does not end with a line feed");
    } else if (!hasForm(start, end)) {
      wrong(
          line,
          1,
          "a line that begins so is `"
              + BEGIN
              + ", sha256 ` and 64 digits 0-9, a-f and a line feed alone");
    } else if (!startsWith(bytes, start + FORM.length, hash(bytes, start).getBytes(US_ASCII))) {
      wrong(
          line,
          1 + FORM.length,
          "this is not the SHA-256 of all that is before this line: the file was changed, or only"
              + " a part of it was written");
    } else {
      return true;
    }
    return false;
  }

  private boolean hasForm(int start, int end) {
    if (!startsWith(bytes, start, FORM) || end - start != FORM.length + DIGITS + 1) {
      return false;
    }
    for (int i = start + FORM.length; i < end - 1; i++) {
      if (!isDigit(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a text is a hash as it is written here and in a fingerprint. */
  static boolean isHash(String text) {
    return text.length() == DIGITS && text.chars().allMatch(WholeLine::isDigit);
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  private void wrong(int line, int column, String message) {
    problems.add(
        new Place(source, line, column),
        message + "; see that the file is as it should be, then " + seal(source));
  }

  private static String seal(String source) {
    return "type `warder seal " + Quoted.harmless(asArgument(source)) + "`";
  }

  /** Returns a file's name as a shell takes it. */
  private static String asArgument(String name) {
    boolean isPlain = !name.isEmpty() && name.chars().allMatch(WholeLine::isPlain);
    return isPlain ? name : "'" + name.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || "_./+,:@%-".indexOf(c) >= 0;
  }

  private static String hash(byte[] bytes, int length) {
    return Hashing.sha256().hashBytes(bytes, 0, length).toString();
  }

  /** Returns where the next line starts. */
  private static int endOfLine(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return Math.min(bytes.length, end + 1);
  }

  private static boolean startsWith(byte[] bytes, int start, byte[] prefix) {
    int end = start + prefix.length;
    return end <= bytes.length && Arrays.equals(bytes, start, end, prefix, 0, prefix.length);
  }
}
