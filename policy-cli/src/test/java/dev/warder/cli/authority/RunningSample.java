package dev.warder.cli.authority;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.authority.PackagedProgram.Token;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code warder sample} as a process of its own, and a client of it. */
final class RunningSample implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("Listening on (http://\\S+) in front");

  /** Twice the bound: in it, the sample polls its store ten times. */
  private static final Duration ASKED = Duration.ofSeconds(2);

  /** After this a test fails that would otherwise wait for ever. */
  private static final Duration HUNG = Duration.ofMinutes(1);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final Path out;
  private final Path err;
  private final URI app;

  /** How much of standard error was awaited already. */
  private int awaited;

  /** Starts one whose limits nobody reaches. */
  RunningSample(PackagedProgram program) throws Exception {
    out = program.newFile(".out");
    err = program.newFile(".err");
    process =
        program.start(
            out,
            err,
            "sample",
            "--port=0",
            "--algorithm=ES256",
            "--limit=account=1000000000",
            "--limit=token=1000000000",
            "--limit=client=1000000000");
    try {
      await("it listens", () -> LISTENING.matcher(Files.readString(out, UTF_8)).find());
      Matcher listening = LISTENING.matcher(Files.readString(out, UTF_8));
      assertThat(listening.find()).isTrue();
      app = URI.create(listening.group(1) + "/v1/apps/28AB9a");
    } catch (Exception | Error e) {
      close();
      throw e;
    }
  }

  /** Asks to change an app with a token, and returns the status of the answer. */
  int ask(Token token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(app)
            .header("Authorization", "Bearer " + token.value())
            .timeout(HUNG)
            .method("PATCH", BodyPublishers.ofString("{}"))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** Asks until the answer to a token has a status. */
  void awaitAnswer(Token token, int status) throws Exception {
    await("answer " + status, () -> ask(token) == status);
  }

  /** Asks until the answer to each of some tokens is 200. */
  void awaitLetThrough(Token... tokens) throws Exception {
    for (Token token : tokens) {
      awaitAnswer(token, 200);
    }
  }

  /**
   * Checks that it notices a store that was rolled back behind the revocation of a token. What was
   * known as revoked stays so, and of another that is revoked then it cannot tell.
   */
  void assertNoticesRollBack(PackagedProgram program, Token known, Token other) throws Exception {
    awaitMessage("the log ends before 1: it was rolled back or replaced");
    program.revoke(other);
    assertNeverLetsThrough(other);
    assertThat(ask(other)).isEqualTo(503);
    assertThat(ask(known)).isEqualTo(401);
  }

  /** Waits until standard error has a text, after what was awaited before. */
  void awaitMessage(String text) throws Exception {
    await(text, () -> messages().indexOf(text, awaited) >= 0);
    awaited = messages().indexOf(text, awaited) + text.length();
  }

  private String messages() throws Exception {
    return Files.readString(err, UTF_8);
  }

  /** Asks again and again with a token, and fails when one answer is 200. */
  void assertNeverLetsThrough(Token token) throws Exception {
    long start = System.nanoTime();
    do {
      assertThat(ask(token)).as(messages()).isNotEqualTo(200);
    } while (System.nanoTime() - start < ASKED.toNanos());
  }

  /** Ends it as Ctrl-C does, and waits until it has ended. */
  void end() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(HUNG.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private void await(String what, Callable<Boolean> isThere) throws Exception {
    long start = System.nanoTime();
    while (!isThere.call()) {
      assertThat(process.isAlive() && System.nanoTime() - start < HUNG.toNanos())
          .as("%s; standard error: %s", what, messages())
          .isTrue();
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    Process unused = process.destroyForcibly().onExit().join();
  }
}
