package dev.warder.cli;

import dev.warder.model.Catalogue;
import dev.warder.model.ControlApi;
import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the program in this process: what it printed, and its exit code. */
record Run(int exitCode, String out, String err) {

  static Run warder(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = new Program(new PrintWriter(out), new PrintWriter(err)).run(args);
    return new Run(exitCode, withoutFingerprint(out), withoutFingerprint(err));
  }

  /** The catalogue may be completed without a change to what these tests are about. */
  private static String withoutFingerprint(StringWriter text) {
    Catalogue bundled = ControlApi.catalogue();
    return text.toString()
        .replace(bundled.fingerprint(), "FINGERPRINT")
        .replace(bundled.fingerprint().substring(0, 12), "FINGERPRINT");
  }

  static Run allowed(String out) {
    return new Run(0, out, "");
  }

  static Run denied(String out) {
    return new Run(1, out, "");
  }

  static Run noAnswer(String err) {
    return new Run(2, "", err);
  }
}
