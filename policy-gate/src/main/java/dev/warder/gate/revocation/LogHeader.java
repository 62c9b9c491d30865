package dev.warder.gate.revocation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of a log file, which has the log's id. All are of one length. */
final class LogHeader {
  private static final int ID_BYTES = 16;
  private static final Pattern LINE =
      Pattern.compile("\\{\"format\":1,\"log\":\"([0-9a-f]{32})\"}\n");

  /** The length of each header, in bytes. */
  static final int LENGTH = write("0".repeat(2 * ID_BYTES)).length;

  private LogHeader() {}

  static String randomId(SecureRandom random) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Returns the line with its end. */
  static byte[] write(String id) {
    return ("{\"format\":1,\"log\":\"" + id + "\"}\n").getBytes(US_ASCII);
  }

  /**
   * Returns the id of the log in a file.
   *
   * @throws IOException when the file does not begin as a log does
   */
  static String read(Path path, FileChannel file) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(LENGTH);
    while (header.hasRemaining() && file.read(header, header.position()) >= 0) {
      // Until it is whole, or the file ends.
    }
    Matcher line = LINE.matcher(US_ASCII.decode(header.flip()));
    if (!line.matches()) {
      throw new IOException(
          path + ", line 1: a revocation log begins with a line that has its format and its id");
    }
    return line.group(1);
  }
}
