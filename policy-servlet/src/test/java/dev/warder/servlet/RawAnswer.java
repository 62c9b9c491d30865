package dev.warder.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server answered to bytes that were sent as they stand. The connection is closed after
 * each.
 *
 * @param head the status line and the fields, in lower case names
 */
record RawAnswer(int status, List<String> head, String body) {
  private static final int TIMEOUT_MILLIS = 20_000;

  /** Sends a request line and fields, and reads the answer to its end. */
  static RawAnswer to(int port, String requestLine, String... fields) throws IOException {
    StringBuilder request = new StringBuilder(requestLine).append("\r\n");
    for (String field : fields) {
      request.append(field).append("\r\n");
    }
    request.append("Connection: close\r\n\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request.toString().getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return parse(socket.getInputStream().readAllBytes());
    }
  }

  private static RawAnswer parse(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    List<String> head = List.of(text.substring(0, Math.max(end, 0)).split("\r\n", -1));
    String body = new String(text.substring(end + 4).getBytes(ISO_8859_1), UTF_8);
    return new RawAnswer(Integer.parseInt(head.get(0).split(" ", -1)[1]), head, body);
  }

  /** Returns the value of a field, the values of several with a comma between. */
  Optional<String> field(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return head.stream()
        .skip(1)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .reduce((first, second) -> first + ", " + second);
  }
}
