package dev.warder.analysis.usage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLineTest {
  /** Controls of either range, a space, a fragment, what is not ASCII, and lone surrogates. */
  @ParameterizedTest
  @ValueSource(
      strings = {"0000", "000a", "001f", "0020", "0023", "007f", "0085", "00e9", "d800", "dc00"})
  void read_queryThatIsNone_staysInThePath(String hex) throws IOException {
    List<String> paths = new ArrayList<>();
    String line = "{\"method\":\"GET\",\"target\":\"/a?b\\u" + hex + "c\"}";
    RequestLog.read(
        new ByteArrayInputStream(line.getBytes(UTF_8)),
        (method, path) -> paths.add(path),
        bad -> paths.add(bad.problem()));
    assertThat(paths).containsExactly("/a?b" + (char) Integer.parseInt(hex, 16) + "c");
  }
}
