package dev.warder.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.gate.token.Algorithm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;

/**
 * The program of a process that has an authority: it reads a line, does what it says (see {@link
 * Operation}), and answers with a line. Where it is to be held, it says each statement before it is
 * run, and last that it has returned, and waits each time for a line that lets it go on. A new
 * value it gives as soon as it has it, and does not wait for it to be read.
 */
final class Worker {
  static final String READY = "ready";
  static final String STEP = "step ";
  static final String RETURNED = "returned";
  static final String GIVEN = "given ";

  private final BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
  private final boolean isHeld;
  private boolean isWorking;

  private Worker(boolean isHeld) {
    this.isHeld = isHeld;
  }

  /** The keys of a store, as each process of these tests has them. */
  static KeyRing keys(Store store) throws Exception {
    return StoredKeys.of(store, KeyWrapping.of(new byte[32]), new byte[32], new SecureRandom())
        .ring(Algorithm.EDDSA);
  }

  public static void main(String[] arguments) throws Exception {
    new Worker(Boolean.parseBoolean(arguments[3]))
        .work(arguments[0], Path.of(arguments[1]), Duration.parse(arguments[2]));
  }

  private void work(String place, Path mark, Duration bound) throws Exception {
    try (Store store = WatchedConnections.open(place, this::hold);
        RevocationFollower follower = follower(store, mark)) {
      KeyRing keys = keys(store);
      TokenAuthority authority =
          TokenAuthority.builder()
              .store(store)
              .catalogue(Authority.CATALOGUE)
              .issuer(Authority.ISSUER)
              .audience("control-api")
              .keys(() -> keys)
              .auditKey(new byte[32])
              .follower(follower)
              .bound(bound)
              .build();
      System.out.println(READY);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        isWorking = true;
        String answer = Operation.parse(line).answer(authority, this::give);
        hold(RETURNED);
        isWorking = false;
        System.out.println(answer);
      }
    }
  }

  private static RevocationFollower follower(Store store, Path mark) throws IOException {
    RevocationFollower follower =
        RevocationFollower.builder(store.revocations())
            .mark(mark)
            .acceptAnyLogWhenThereIsNoMark()
            .clock(() -> Database.NOW)
            .randomness(new SecureRandom())
            .build();
    follower.poll();
    return follower;
  }

  private void give(String answer) {
    if (isHeld) {
      System.out.println(GIVEN + answer);
    }
  }

  private void hold(String step) {
    if (!isHeld || !isWorking) {
      return;
    }
    System.out.println(STEP + step);
    try {
      if (lines.readLine() == null) {
        throw new IllegalStateException("nobody is there any more");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
