package dev.warder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCommandTest {
  @TempDir private Path folder;

  private static String refusal(String... args) {
    StringWriter err = new StringWriter();
    int exitCode = Run.printing(new PrintWriter(new StringWriter()), new PrintWriter(err), args);
    assertThat(exitCode).isEqualTo(2);
    return err.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client",
        "client=",
        "client=0",
        "client=1000000001",
        "clients=1",
        "=1",
        "token=x",
        ""
      })
  void limit_malformed_refused(String limit) {
    assertThat(refusal("sample", "--limit", limit))
        .startsWith(
            "warder: --limit is account=N, token=N or client=N, with N from 1 to 1000000000: `"
                + limit
                + "`\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536"})
  void port_outOfRange_refused(String port) {
    assertThat(refusal("sample", "--port", port))
        .startsWith("warder: --port is from 0 to 65535: " + port + "\n");
  }

  @Test
  void port_taken_toldAndNothingWritten() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(refusal("sample", "--port", port, "--folder", folder.toString()))
          .isEqualTo("warder: port " + port + " is taken; choose another with --port\n");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void folder_notOne_told() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(refusal("sample", "--port", "0", "--folder", file.toString()))
        .isEqualTo(
            "warder: the sample cannot be started: `java.nio.file.FileAlreadyExistsException: "
                + file
                + "`\n");
  }
}
