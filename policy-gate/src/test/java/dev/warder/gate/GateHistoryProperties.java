package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.warder.gate.revocation.FollowerTime;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.gate.revocation.RevocationLog;
import dev.warder.model.Catalogue;
import dev.warder.model.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;

/**
 * Whatever is revoked, in whatever way, and whatever the clocks, the log and the follower do: a
 * gate lets nobody through whom a simple model forbids, and everybody whom nothing forbids.
 */
class GateHistoryProperties {
  private static final Duration BOUND = Duration.ofSeconds(1);
  private static final long HALF_DAY = Duration.ofHours(12).toSeconds();
  private static final List<SignedToken> TOKENS =
      IntStream.range(0, 12).mapToObj(GateHistoryProperties::token).toList();
  private static final List<String> BEARERS = TOKENS.stream().map(SignedToken::bearer).toList();

  /** The order of capabilities differs, so bits mean something else. */
  private static final List<Catalogue> CATALOGUES =
      List.of(
          Notes.catalogue(),
          Notes.catalogue(
              Notes.TEXT
                  .replace("  read:note: {label: Read Note, category: notes, access: read}\n", "")
                  .replace(
                      "operations:\n", "  read:note: {label: R, category: notes}\noperations:\n")));

  private Path folder;
  private World world;

  /** Token i is a value of token i / 2, and expires i half days from now; the last never does. */
  private static SignedToken token(int i) {
    long expires = i == 11 ? SignedToken.NEVER : SignedToken.NOW + 1 + i * HALF_DAY;
    return SignedToken.of("t-" + i / 2, "A", "read:note")
        .withValue("v-" + i)
        .withUser("u-" + i % 3)
        .withLife(SignedToken.NOW - 100L * i, expires);
  }

  /** A log in memory, which fails when it is told to. */
  private static final class Log implements RevocationLog {
    final List<Entry> entries = new ArrayList<>();
    boolean isFailing;

    void append(Revocation revocation) {
      long position = entries.size() + 1L;
      String before = entries.isEmpty() ? NO_LINK : entries.get(entries.size() - 1).link();
      String link = RevocationLog.link(before, position, revocation);
      entries.add(new Entry(position, revocation, link));
    }

    @Override
    public String confirm(Progress read) {
      return "0123456789abcdef0123456789abcdef";
    }

    @Override
    public List<Entry> read(long from, int most) throws IOException {
      if (isFailing) {
        throw new IOException("away");
      }
      return entries.stream().skip(from - 1).limit(most).toList();
    }
  }

  /** A revocation, when it was appended, and whether it was read since. */
  private static final class Revoked {
    final Revocation revocation;
    final long appendedNanos;
    boolean wasRead;

    Revoked(Revocation revocation, long appendedNanos) {
      this.revocation = revocation;
      this.appendedNanos = appendedNanos;
    }

    boolean covers(SignedToken token) {
      if (revocation instanceof Revocation.OfValue value) {
        return value.valueId().equals(token.value());
      } else if (revocation instanceof Revocation.OfToken of) {
        return of.tokenId().equals(token.id());
      } else if (revocation instanceof Revocation.OfAccount account) {
        return account.account().equals(token.account())
            && Instant.ofEpochSecond(token.issued()).isBefore(account.issuedBefore());
      } else if (revocation instanceof Revocation.OfUser user) {
        return user.user().equals(token.user())
            && Instant.ofEpochSecond(token.issued()).isBefore(user.issuedBefore());
      }
      throw new AssertionError(revocation);
    }
  }

  private final class World {
    final MutableClock clock = new MutableClock();
    final Log log = new Log();
    final List<Revoked> revoked = new ArrayList<>();
    final Path mark;
    long nanos;
    long lastPoll = Long.MIN_VALUE;
    Instant latest = clock.instant();
    RevocationFollower follower;
    Gate gate;

    World() throws IOException {
      folder = Files.createTempDirectory("histories");
      mark = folder.resolve("mark");
      restart();
    }

    void restart() {
      if (follower != null) {
        follower.close();
      }
      follower =
          FollowerTime.by(RevocationFollower.builder(log), () -> nanos)
              .mark(mark)
              .acceptAnyLogWhenThereIsNoMark()
              .bound(BOUND)
              .clock(clock)
              .randomness(new SecureRandom())
              .build();
      gate =
          Gate.builder()
              .catalogue(Notes.catalogue(), Notes.OWNERS)
              .tokens(SignedToken.verifier())
              .revocations(follower)
              .limits(Limits.NONE)
              .clock(clock)
              .build();
      lastPoll = Long.MIN_VALUE;
    }

    void poll() {
      try {
        follower.poll();
        lastPoll = nanos;
        latest = latest.isAfter(clock.instant()) ? latest : clock.instant();
        revoked.forEach(each -> each.wasRead = true);
      } catch (IOException e) {
        assertThat(log.isFailing).isTrue();
      }
    }

    void revoke(int argument) {
      SignedToken token = TOKENS.get(argument / 4 % TOKENS.size());
      Instant cutOff = Instant.ofEpochSecond(SignedToken.NOW - 50L * (argument % 30));
      Optional<Instant> expiry =
          token.expires() == SignedToken.NEVER
              ? Optional.empty()
              : Optional.of(Instant.ofEpochSecond(token.expires()));
      Revocation revocation =
          switch (argument % 4) {
            case 0 -> new Revocation.OfToken(SignedToken.ISSUER, token.id());
            case 1 -> new Revocation.OfAccount(SignedToken.ISSUER, "A", cutOff.minusSeconds(700));
            case 2 -> new Revocation.OfUser(SignedToken.ISSUER, token.user(), cutOff);
            default ->
                new Revocation.OfValue(SignedToken.ISSUER, token.value(), expiry.orElse(null));
          };
      log.append(revocation);
      revoked.add(new Revoked(revocation, nanos));
    }

    void ask(int which) {
      SignedToken token = TOKENS.get(which);
      GateReason reason =
          gate.authorize(Asked.request(BEARERS.get(which), "GET", "/v1/notes/n1", "192.0.2.7"))
              .reason();
      long now = clock.instant().getEpochSecond();
      boolean isOver = token.expires() != SignedToken.NEVER && now >= token.expires();
      boolean isForbidden =
          isOver
              || now < token.issued()
              || revoked.stream()
                  .anyMatch(
                      each ->
                          each.covers(token)
                              && (each.wasRead || nanos - each.appendedNanos > BOUND.toNanos()));
      if (isForbidden) {
        assertThat(reason).isNotEqualTo(GateReason.ALLOWED);
      }
      boolean isCurrent = lastPoll != Long.MIN_VALUE && nanos - lastPoll <= BOUND.toNanos();
      boolean wasOnceOver =
          token.expires() != SignedToken.NEVER && latest.getEpochSecond() >= token.expires();
      boolean isRevoked = revoked.stream().anyMatch(each -> each.covers(token));
      if (!isForbidden && !isRevoked && !wasOnceOver) {
        assertThat(reason).isEqualTo(isCurrent ? GateReason.ALLOWED : GateReason.UNAVAILABLE);
      }
    }
  }

  @Property(tries = 1_000)
  void p9RevocationImmediateAndIrreversible_anyHistory_asTheModelSays(
      @ForAll @Size(min = 1, max = 150) List<@IntRange(min = 0, max = 9_999) Integer> steps)
      throws IOException {
    world = new World();
    for (int step : steps) {
      int argument = step / 16;
      switch (step % 16) {
        case 0 -> world.revoke(argument);
        case 1, 2, 3 -> world.poll();
        case 4 -> world.nanos += argument * BOUND.toNanos() / 400;
        case 5 -> world.clock.move(Duration.ofHours(argument % 60));
        case 6 -> world.clock.move(Duration.ofHours(-(argument % 60)));
        case 7 -> world.gate.replaceCatalogue(CATALOGUES.get(argument % 2));
        case 8 -> {
          if (argument % 4 == 0) {
            world.restart();
          }
        }
        case 9 -> world.log.isFailing = argument % 4 == 0;
        default -> world.ask(argument % TOKENS.size());
      }
    }
  }

  @AfterTry
  void deleteFolder() throws IOException {
    world.follower.close();
    MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
  }
}
