package dev.warder.analysis.usage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLogTest {

  /** Returns the requests and the bad lines of a log. */
  private static List<String> read(InputStream log) throws IOException {
    List<String> lines = new ArrayList<>();
    RequestLog.read(
        log,
        (method, path) -> lines.add(method + " " + path),
        bad -> lines.add(bad.line() + ": " + bad.problem()));
    return lines;
  }

  private static List<String> read(byte[] log) throws IOException {
    return read(new ByteArrayInputStream(log));
  }

  private static List<String> read(String log) throws IOException {
    return read(log.getBytes(UTF_8));
  }

  @Test
  void read_requests_areInOrderWithoutTheirQueries() throws IOException {
    assertThat(
            read(
                """
                {"method":"GET","target":"/v1/me"}
                {"target":"/a?b=/c?d","status":200,"method":"POST","at":{"method":[1,{}]}}
                {"method":"GET","path":"/p?q"}
                {"path":"/p","method":"GET","target":"/t"}
                {"target":"?","method":""}
                """))
        .containsExactly("GET /v1/me", "POST /a", "GET /p", "GET /t", " ");
  }

  @Test
  void read_badLines_areToldAndTheRestGoesOn() throws IOException {
    assertThat(
            read(
                """
                {"method":"GET","target":"/1"}
                {"method":"GET","target":"/2
                []
                "GET /4"
                {"method":"GET","target":"/5"} {}
                {"target":"/6"}
                {"Method":"GET","target":"/7"}
                {"method":"GET"}
                {"method":"GET","targte":"/9"}
                {"method":"GET","method":"GET","target":"/10"}
                {"method":"GET","target":"/11","target":"/11"}
                {"method":"GET","path":"/12","path":"/12"}
                {"method":1,"target":"/13"}
                {"method":"GET","target":null}
                {"method":"GET","path":["/15"]}
                {"method":"GET","target":"/16"
                {"method":"GET","target":"/17"}
                """))
        .containsExactly(
            "GET /1",
            "2: not JSON, from column 29 on",
            "3: a line is one JSON object",
            "4: a line is one JSON object",
            "5: something stands after the object",
            "6: no `method`",
            "7: no `method`; nearest: `Method`",
            "8: no `target`",
            "9: no `target`; nearest: `targte`",
            "10: `method` twice",
            "11: `target` twice",
            "12: `path` twice",
            "13: `method` is not text",
            "14: `target` is not text",
            "15: `path` is not text",
            "16: not JSON, from column 31 on",
            "GET /17");
  }

  private static String membersBefore(int count, String last) {
    StringBuilder line = new StringBuilder("{");
    for (int i = 0; i < count; i++) {
      line.append("\"x").append(i).append("\":{\"method\":1},");
    }
    return line + "\"" + last + "\":1}";
  }

  @Test
  void read_nearName_isSoughtAmongTheFirst32Members() throws IOException {
    assertThat(read(membersBefore(31, "Method")))
        .containsExactly("1: no `method`; nearest: `Method`");
    assertThat(read(membersBefore(32, "Method"))).containsExactly("1: no `method`");
  }

  @Test
  void read_otherMembersOfAnySize_areIgnored() throws IOException {
    String start = "{\"method\":\"GET\",\"target\":\"/\",";
    assertThat(
            read(
                String.join(
                    "\n",
                    start + "\"x\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}",
                    start + "\"" + "n".repeat(60_000) + "\":1}",
                    start + "\"x\":" + "1".repeat(2_000) + "}")))
        .containsExactly("GET /", "GET /", "GET /");
  }

  @Test
  void read_trailingText_isBad() throws IOException {
    assertThat(read("{\"method\":\"GET\",\"target\":\"/\"} x"))
        .containsExactly("1: not JSON, from column 31 on");
  }

  @Test
  void read_blankLines_areCountedAndNothingElse() throws IOException {
    assertThat(read("\n \t\r\n[]\r\n\n{\"method\":\"GET\",\"target\":\"/\"}\r\n[]"))
        .containsExactly("3: a line is one JSON object", "GET /", "6: a line is one JSON object");
    assertThat(read("")).isEmpty();
    assertThat(read("\n")).isEmpty();
  }

  @Test
  void read_carriageReturnAlone_endsNoLineAndIsNoBlank() throws IOException {
    assertThat(read("\r\r\n{\"method\":\"GET\",\r\"target\":\"/\"}\r\n\r"))
        .containsExactly("1: a line is one JSON object", "GET /", "3: a line is one JSON object");
  }

  @Test
  void read_byteOrderMark_isPassedOverBeforeTheFirstLineAlone() throws IOException {
    assertThat(read("\uFEFF{\"method\":\"GET\",\"target\":\"/\"}\n\uFEFF{}"))
        .containsExactly("GET /", "2: not JSON, from column 1 on");
    assertThat(read("\uFEFF\n[]")).containsExactly("2: a line is one JSON object");
  }

  @Test
  void read_notUtf8_isBad() throws IOException {
    assertThat(read("{\"method\":\"GET\",\"target\":\"/\u00e9\"}\n[]".getBytes(ISO_8859_1)))
        .containsExactly("1: not UTF-8", "2: a line is one JSON object");
    assertThat(read("{\"method\":\"GET\",\"target\":\"/\u00e9\"}")).containsExactly("GET /\u00e9");
  }

  private static byte[] request(int bytes) {
    String around = "{\"method\":\"GET\",\"target\":\"/\"}";
    return around.replace("/", "/" + "a".repeat(bytes - around.length())).getBytes(UTF_8);
  }

  @Test
  void read_lineOfTheMostBytes_isReadAndALongerOneIsBad() throws IOException {
    assertThat(read(request(RequestLog.MOST_BYTES)))
        .hasSize(1)
        .allMatch(s -> s.startsWith("GET /"));
    assertThat(read(request(RequestLog.MOST_BYTES + 1)))
        .containsExactly("1: longer than 1048576 bytes");
    byte[] blanks = " ".repeat(RequestLog.MOST_BYTES + 1).getBytes(UTF_8);
    assertThat(read(blanks)).containsExactly("1: longer than 1048576 bytes");
  }

  @Test
  void read_longLineAmongOthers_costsThatLineAlone() throws IOException {
    String log =
        "[]\n"
            + new String(request(2 * RequestLog.MOST_BYTES), UTF_8)
            + "\n{}\n"
            + "[]\n".repeat(3);
    assertThat(read(log))
        .containsExactly(
            "1: a line is one JSON object",
            "2: longer than 1048576 bytes",
            "3: no `method`",
            "4: a line is one JSON object",
            "5: a line is one JSON object",
            "6: a line is one JSON object");
  }

  @Test
  void read_manyLines_areAllThereWhereverAReadEnds() throws IOException {
    StringBuilder log = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      log.append("{\"method\":\"GET\",\"target\":\"/").append(i).append("\"}\n");
      expected.add("GET /" + i);
    }
    byte[] bytes = log.toString().getBytes(UTF_8);
    assertThat(read(bytes)).isEqualTo(expected);
    assertThat(read(new Trickle(bytes, 7))).isEqualTo(expected);
  }

  /** Gives a few bytes at a time. */
  private static final class Trickle extends ByteArrayInputStream {
    private final int atOnce;

    Trickle(byte[] bytes, int atOnce) {
      super(bytes);
      this.atOnce = atOnce;
    }

    @Override
    public int read(byte[] into) {
      return read(into, 0, Math.min(atOnce, into.length));
    }
  }

  @Test
  void read_logThatFails_isNoEnd() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] into, int start, int count) throws IOException {
            throw new IOException("gone");
          }
        };
    assertThatThrownBy(() -> read(failing)).isInstanceOf(IOException.class).hasMessage("gone");
  }

  @Test
  void read_namesWithoutEnd_areNotRemembered() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      log.append("{\"n").append(i).append("\":1,\"method\":\"GET\",\"target\":\"/\"}\n");
    }
    assertThat(read(log.toString())).hasSize(20_000).allMatch("GET /"::equals);
  }
}
