package dev.warder.cli.authority;

import dev.warder.authority.StoreFailure;
import dev.warder.authority.TokenService;
import dev.warder.authority.TokenServiceBuilder;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.OptionValue;
import dev.warder.cli.text.Shown;
import dev.warder.model.ControlApi;
import dev.warder.model.Limits;
import dev.warder.sample.SampleGateway;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the sample gateway until it is interrupted. */
@Command(
    name = "sample",
    customSynopsis = "warder sample [OPTION]...",
    header = "Runs a gateway to try out, in front of a stub of the Control API.",
    footer = {
      "",
      "The gateway listens on this machine only. It accepts the tokens of a store,",
      "which other processes may change meanwhile. App 28AB9a belongs to account A,",
      "app 77XY0b to account B. Ctrl-C ends the gateway.",
      "",
      "Exit codes: 130 after Ctrl-C, 2 it could not be started.",
      "",
      "Examples:",
      "  warder sample",
      "  warder sample --port 9090 --limit client=2"
    })
final class SampleCommand extends AuthorityTask {
  /** How often to look for problems. */
  private static final Duration LOOK = Duration.ofMillis(200);

  private static final int MOST_PORT = 65_535;
  private static final int MOST_LIMIT = 1_000_000_000;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to listen on; by default 8080, 0 for any free port.")
  int port = 8080;

  @Option(
      names = "--limit",
      paramLabel = "KIND=N",
      description =
          "Admits N requests an hour of a kind: account, token, client or public. Repeat it for"
              + " other kinds.")
  List<String> limits = List.of();

  @Override
  void check(Console console) throws NoAnswer {
    OptionValue.checkRange("--port", port, 0, MOST_PORT);
    Limits unused = chosenLimits();
  }

  @Override
  int answer(Authority authority) throws NoAnswer, StoreFailure, UnreadableKey {
    Limits chosen = chosenLimits();
    Console console = authority.console();
    authorityOptions.catalogue.warnUnlessWhole(console);
    TokenServiceBuilder tokens = authority.service();
    // The gateway opens the store by itself.
    authority.close();
    try (SampleGateway gateway =
        SampleGateway.start(tokens.mark(mark()).acceptAnyLogWhenThereIsNoMark(), chosen, port)) {
      console.println(
          "Listening on " + gateway.address() + " in front of a stub of the Control API");
      console.out().flush();
      watch(gateway.tokens(), console);
    } catch (InterruptedException e) {
      // ended
    } catch (BindException e) {
      throw NoAnswer.because(
          "port " + port + " is taken or not allowed; choose another with --port");
    } catch (IOException e) {
      throw NoAnswer.because("the sample cannot be started: " + Shown.message(e));
    }
    return ALLOWED;
  }

  /**
   * Returns a mark in a folder of its own, of which nothing is left when the program ends: the next
   * sample begins with what the store has then.
   */
  private static Path mark() throws IOException {
    Path folder = Files.createTempDirectory("warder-sample-");
    folder.toFile().deleteOnExit();
    for (String name : List.of("mark", "mark.lock")) {
      folder.resolve(name).toFile().deleteOnExit();
    }
    return folder.resolve("mark");
  }

  /** Prints problems until the thread is interrupted. */
  private void watch(TokenService tokens, Console console) throws InterruptedException {
    ProblemWatch revocations =
        new ProblemWatch(
            "the gateway cannot read the revocations, and answers 503",
            "the gateway can read the revocations again",
            tokens.follower()::problem,
            console.err());
    ProblemWatch keys =
        new ProblemWatch(
            "the gateway cannot read the keys, and keeps the last ones",
            "the gateway can read the keys again",
            tokens::keysProblem,
            console.err());
    while (true) {
      revocations.look();
      keys.look();
      TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
    }
  }

  private Limits chosenLimits() throws NoAnswer {
    Limits chosen = ControlApi.catalogue().limits();
    for (String limit : limits) {
      chosen = with(chosen, limit);
    }
    return chosen;
  }

  private static Limits with(Limits limits, String limit) throws NoAnswer {
    String kind = limit.substring(0, Math.max(0, limit.indexOf('=')));
    OptionalInt given = number(limit.substring(limit.indexOf('=') + 1));
    int number = given.orElseThrow(() -> wrong(limit));
    return switch (kind) {
      case "account" -> limits.withAccount(number);
      case "token" -> limits.withToken(number);
      case "client" -> limits.withClient(number);
      case "public" -> limits.withPublicRequests(number);
      default -> throw wrong(limit);
    };
  }

  private static NoAnswer wrong(String limit) {
    return NoAnswer.usage(
        "--limit is account=N, token=N, client=N or public=N, with N from 1 to 1000000000, not "
            + Shown.quoted(limit));
  }

  private static OptionalInt number(String text) {
    try {
      int number = Integer.parseInt(text);
      return number > 0 && number <= MOST_LIMIT ? OptionalInt.of(number) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
