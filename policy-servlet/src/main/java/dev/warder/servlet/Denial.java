package dev.warder.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.gate.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The answer to a request that was not let through. */
final class Denial {
  private Denial() {}

  static void send(HttpServletRequest asked, HttpServletResponse answer, Outcome outcome)
      throws IOException {
    answer.setStatus(outcome.status());
    outcome.headers().forEach(answer::setHeader);
    byte[] body = outcome.body().getBytes(UTF_8);
    answer.setContentLength(body.length);
    if (!asked.getMethod().equals("HEAD")) {
      answer.getOutputStream().write(body);
    }
  }
}
