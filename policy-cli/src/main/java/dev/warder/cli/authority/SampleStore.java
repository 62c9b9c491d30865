package dev.warder.cli.authority;

import dev.warder.authority.FollowedKeys;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.text.NoAnswer;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.gate.token.Algorithm;
import dev.warder.sample.SampleTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** The store that the sample follows: its revocations, and its keys. */
final class SampleStore implements AutoCloseable {
  /** How often it looks for what other processes revoked, and how often for keys. */
  private static final Duration REVOCATIONS = Duration.ofMillis(200);

  private static final Duration KEYS = Duration.ofSeconds(5);

  private final SampleTokens tokens;

  private SampleStore(SampleTokens tokens) {
    this.tokens = tokens;
  }

  static SampleStore follow(Authority authority)
      throws NoAnswer, StoreFailure, UnreadableKey, IOException {
    Algorithm first = authority.ring().uses().get(0).key().algorithm();
    FollowedKeys keys = FollowedKeys.start(authority.keys(), first, KEYS);
    // It lasts as long as the sample: the next one begins with what the store has then.
    Path mark = mark();
    RevocationFollower revocations =
        RevocationFollower.builder(authority.store().revocations())
            .mark(mark)
            .acceptAnyLogWhenThereIsNoMark()
            .clock(authority.console().clock())
            .randomness(new SecureRandom())
            .build();
    revocations.poll();
    revocations.start(REVOCATIONS);
    return new SampleStore(
        new SampleTokens(
            authority.store(),
            keys,
            revocations,
            authority.tokens(revocations, keys),
            authority.issuer(),
            authority.audience()));
  }

  /** Returns a mark in a folder of its own, of which nothing is left when the program ends. */
  private static Path mark() throws IOException {
    Path folder = Files.createTempDirectory("warder-sample-");
    folder.toFile().deleteOnExit();
    for (String name : List.of("mark", "mark.lock")) {
      folder.resolve(name).toFile().deleteOnExit();
    }
    return folder.resolve("mark");
  }

  SampleTokens tokens() {
    return tokens;
  }

  @Override
  public void close() {
    tokens.revocations().close();
    tokens.keys().close();
  }
}
