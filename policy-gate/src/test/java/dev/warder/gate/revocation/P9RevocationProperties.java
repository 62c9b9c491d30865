package dev.warder.gate.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.warder.gate.revocation.Revocation.OfAccount;
import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.Revocation.OfUser;
import dev.warder.gate.revocation.Revocation.OfValue;
import dev.warder.gate.revocation.RevocationLog.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * P9 revocation: whatever is issued, revoked and forgotten, however clocks go, and whatever becomes
 * of log and follower, nothing that was revoked is answered clear. The model is a list.
 */
class P9RevocationProperties {
  private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");
  private static final long DAY = 86_400;
  private static final long SECOND = 1_000_000_000;

  /**
   * Names of a small world, so that much is revoked, and much hangs together. Every fourth token
   * has no account.
   */
  private static TokenIdentity token(int i) {
    return new TokenIdentity(
        "i-" + i % 2,
        "t-" + i / 2 % 6,
        "v-" + i / 2 % 12,
        i / 2 % 4 == 3 ? null : "a-" + i / 2 % 3,
        "u-" + i / 2 % 4,
        START.plusSeconds(i % 40),
        i / 2 % 12 == 0 ? null : START.plusSeconds(DAY / 2 * (i / 2 % 12)));
  }

  private static Revocation revocation(int i) {
    TokenIdentity token = token(i / 5);
    return switch (i % 5) {
      case 0 -> new OfToken(token.issuer(), token.tokenId());
      case 1 -> new OfAccount(token.issuer(), "a-" + i / 10 % 3, START.plusSeconds(i / 5 % 43));
      case 2 -> new OfUser(token.issuer(), token.user(), START.plusSeconds(i / 5 % 43));
      default -> new OfValue(token.issuer(), token.valueId(), token.expiresAt().orElse(null));
    };
  }

  private static boolean isCovered(List<Revocation> revoked, TokenIdentity token) {
    return revoked.stream().anyMatch(revocation -> revocation.covers(token));
  }

  /** Whether the value's day was over for a whole day at a time that the clock once showed. */
  private static boolean wasForgettable(TokenIdentity token, Instant latest) {
    return token.expiresAt().isPresent()
        && token.expiresAt().get().plusSeconds(DAY).compareTo(latest) < 0;
  }

  @Property(tries = 1_000)
  void set_anyHistory_neverClearForWhatWasRevoked(
      @ForAll @Size(min = 1, max = 80) List<@IntRange(min = 0, max = 99_999) Integer> steps,
      @ForAll Random randomness) {
    Instant[] now = {START};
    Instant latest = START;
    RevocationSet set = RevocationSet.create(() -> now[0], randomness);
    List<Revocation> revoked = new ArrayList<>();
    List<Predicate<? super TokenIdentity>> told = new ArrayList<>();
    set.onRevoked(told::add);
    for (int step : steps) {
      int argument = step / 10;
      switch (step % 10) {
        case 0, 1, 2, 3 -> {
          set.revoke(revocation(argument));
          revoked.add(revocation(argument));
          assertThat(told).hasSameSizeAs(revoked);
        }
        case 4 -> set.dropExpired();
        case 5, 6 -> now[0] = START.plusSeconds(DAY / 4 * (argument % 60) - 2 * DAY);
        default -> {
          TokenIdentity token = token(argument);
          RevocationAnswer answer = set.check(token);
          boolean isCovered = isCovered(revoked, token);
          assertThat(told.stream().anyMatch(one -> one.test(token))).isEqualTo(isCovered);
          if (isCovered) {
            assertThat(answer).isNotEqualTo(RevocationAnswer.CLEAR);
          } else {
            assertThat(answer).isNotEqualTo(RevocationAnswer.REVOKED);
          }
          if (!wasForgettable(token, latest)) {
            assertThat(answer)
                .isEqualTo(isCovered ? RevocationAnswer.REVOKED : RevocationAnswer.CLEAR);
          }
        }
      }
      latest = now[0].isAfter(latest) ? now[0] : latest;
    }
  }

  /** A log, a follower of it, and what must be heeded by now. */
  private static final class World {
    final MemoryLog log = new MemoryLog();
    final Path mark;
    final Random randomness;
    Instant now = START;
    long nanos;
    RevocationFollower follower;

    /** All that was ever in the log, as who revoked was told. */
    final List<Revocation> revoked = new ArrayList<>();

    /** The log as it should be, and as it was when it was cut off or rewritten. */
    @Nullable List<Entry> whole;

    /** Where it was damaged: cut off, rewritten from there on, or one entry replaced. */
    int damagedAt;

    boolean isOneEntry;

    /** How far it was read, and whether that was a log that was damaged before it was read. */
    int readTo;

    /** How far a poll has come at most, one that failed included. */
    int cameTo;

    boolean isMisled;
    boolean isRestarted;

    /** A follower on its way to the mark first notices that what it read is gone. */
    boolean mayFailOnce;

    /** How many of the revoked were in the log at the last successful poll, and when it began. */
    int heeded;

    long heededAt = Long.MIN_VALUE / 2;

    World(Path mark, Random randomness) {
      this.mark = mark;
      this.randomness = randomness;
      this.follower = follower();
    }

    private RevocationFollower follower() {
      return RevocationFollower.builder(log)
          .mark(mark)
          .acceptAnyLogWhenThereIsNoMark()
          .clock(() -> now)
          .randomness(randomness)
          .nanos(() -> nanos)
          .build();
    }

    void restart() {
      follower.close();
      follower = follower();
      isRestarted = true;
      heeded = 0;
      heededAt = Long.MIN_VALUE / 2;
    }

    void revoke(Revocation revocation) {
      if (whole == null) {
        log.append(revocation);
        revoked.add(revocation);
      }
    }

    /** Cuts off, rewrites or damages what a follower has read, or has not. */
    void damage(int how) {
      if (whole != null || log.entries.isEmpty()) {
        return;
      }
      whole = List.copyOf(log.entries);
      int at = how / 3 % log.entries.size();
      Entry entry = log.entries.get(at);
      damagedAt = at;
      isOneEntry = how % 3 == 2;
      isRestarted = false;
      switch (how % 3) {
        case 0 -> log.cutOff(at);
        case 1 -> {
          log.cutOff(at);
          for (int i = at; i <= whole.size(); i++) {
            log.append(new OfToken("i-0", "other-" + how));
          }
        }
        default ->
            log.entries.set(
                at, new Entry(at + 1, new OfToken("i-0", "other-" + how), entry.link()));
      }
    }

    void restore() {
      if (whole != null) {
        log.entries = new ArrayList<>(whole);
        whole = null;
        mayFailOnce = true;
      }
    }

    /** Damage to what was read is noticed; one entry is looked at again when it is read anew. */
    boolean isNoticed() {
      return whole != null
          && (isOneEntry ? isRestarted || damagedAt >= cameTo : damagedAt < readTo);
    }

    void poll() {
      try {
        follower.poll();
        assertThat(isNoticed() && !isMisled).isFalse();
        assertThat(log.isOutOfReach).isFalse();
        isMisled |= whole != null;
        readTo = log.entries.size();
        cameTo = Math.max(cameTo, readTo);
        heededAt = nanos;
        heeded = whole == null ? revoked.size() : heeded;
      } catch (IOException e) {
        assertThat(whole != null || log.isOutOfReach || isMisled || mayFailOnce).isTrue();
        mayFailOnce &= log.isOutOfReach;
        if (!log.isOutOfReach) {
          cameTo = Math.max(cameTo, isNoticed() && isOneEntry ? damagedAt : log.entries.size());
        }
      }
    }

    void check(TokenIdentity token) {
      RevocationAnswer answer = follower.check(token);
      boolean isCurrent = nanos - heededAt <= SECOND;
      assertThat(follower.isCurrent()).isEqualTo(isCurrent);
      if (isCovered(revoked.subList(0, heeded), token)) {
        assertThat(answer).isNotEqualTo(RevocationAnswer.CLEAR);
      }
      if (!isCurrent) {
        assertThat(answer).isNotEqualTo(RevocationAnswer.CLEAR);
      }
    }
  }

  @Property(tries = 400)
  void follower_anyHistoryOfLogAndFollower_neverClearForWhatItHadToHeed(
      @ForAll @Size(min = 1, max = 80) List<@IntRange(min = 0, max = 99_999) Integer> steps,
      @ForAll Random randomness)
      throws IOException {
    Path folder = Files.createTempDirectory("p9");
    World world = new World(folder.resolve("mark"), randomness);
    for (int step : steps) {
      int argument = step / 16;
      switch (step % 16) {
        case 0, 1, 2, 3 -> world.revoke(revocation(argument));
        case 4, 5, 6 -> world.poll();
        case 7 -> world.nanos += SECOND / 4 * (argument % 6);
        case 8 -> world.now = START.plusSeconds(DAY / 4 * (argument % 60) - 2 * DAY);
        case 9 -> world.restart();
        case 10 -> world.damage(argument);
        case 11 -> world.restore();
        case 12 -> world.log.isOutOfReach = argument % 2 == 0;
        default -> world.check(token(argument));
      }
    }
    world.follower.close();
    MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
  }
}
