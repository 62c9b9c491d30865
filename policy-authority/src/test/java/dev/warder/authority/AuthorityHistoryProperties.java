package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.warder.gate.GateReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever is issued, rotated and revoked by whom, and whatever the clock does: an authority and a
 * gate say what a model of maps says.
 */
class AuthorityHistoryProperties {
  private static final List<String> LIFETIMES = List.of("30d", "60d", "90d", "never");

  /** Users 0 and 1 manage account A, user 1 alone B; user 2 develops in A. */
  private static final List<Actor> ACTORS =
      List.of(new Actor("u-0"), new Actor("u-1"), new Actor("u-2"));

  private static final List<List<String>> MANAGED =
      List.of(List.of("A"), List.of("A", "B"), List.of());

  /** What the model knows of a token. */
  private static final class Known {
    final String account;
    final String user;
    final List<String> values = new ArrayList<>();
    Instant issuedAt;
    Optional<Instant> expiresAt;
    boolean isRevoked;

    Known(String account, String user) {
      this.account = account;
      this.user = user;
    }

    void issue(IssuedToken token, Instant now, String lifetime) {
      values.add(token.value());
      issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
      expiresAt =
          lifetime.equals("never")
              ? Optional.empty()
              : Optional.of(
                  issuedAt.plus(Duration.ofDays(Integer.parseInt(lifetime.replace("d", "")))));
      assertThat(token.info().expiresAt()).isEqualTo(expiresAt);
    }

    /** Returns whether the last value is to be let through. */
    boolean isLive(Instant now) {
      return !isRevoked
          && !now.isBefore(issuedAt)
          && expiresAt.filter(expiry -> !now.isBefore(expiry)).isEmpty();
    }
  }

  private static final class World {
    final Path folder;
    final Store store;
    final Map<String, Known> tokens = new HashMap<>();
    final List<String> ids = new ArrayList<>();
    Authority authority;
    Instant now = Database.NOW;
    Instant latest = now;

    World(Path folder) throws Exception {
      this.folder = folder;
      this.store = Store.open(folder.resolve("store.db").toString(), () -> now);
      this.authority = new Authority(store, folder.resolve("mark"), () -> now);
      authority.accounts.add(WithStore.OPERATOR, "A", "Account A", "u-0");
      authority.accounts.setRole(ACTORS.get(0), "A", "u-1", Role.OWNER);
      authority.accounts.setRole(ACTORS.get(0), "A", "u-2", Role.DEVELOPER);
      authority.accounts.add(WithStore.OPERATOR, "B", "Account B", "u-1");
    }

    /** As after a start: nothing is remembered but what the store and the mark say. */
    void restart() throws Exception {
      authority.close();
      authority = new Authority(store, folder.resolve("mark"), () -> now);
    }

    void issue(int actor, String account, String lifetime) throws StoreFailure {
      try {
        IssuedToken token =
            authority.tokens.issue(
                ACTORS.get(actor),
                TokenRequest.of("n", "write:app").inAccount(account).expiring(lifetime));
        assertThat(MANAGED.get(actor)).contains(account);
        Known known = new Known(account, ACTORS.get(actor).user());
        known.issue(token, now, lifetime);
        tokens.put(token.info().id(), known);
        ids.add(token.info().id());
      } catch (Refused e) {
        assertThat(MANAGED.get(actor)).doesNotContain(account);
      }
    }

    void rotate(int actor, String id, String lifetime) throws StoreFailure {
      Known known = tokens.get(id);
      boolean isManaged = MANAGED.get(actor).contains(known.account);
      try {
        Rotation rotation = authority.tokens.rotate(ACTORS.get(actor), id, lifetime);
        assertThat(isManaged && !known.isRevoked).isTrue();
        rotation.awaitOldValueRefused();
        IssuedToken token = rotation.token();
        known.issue(token, now, lifetime);
      } catch (Refused e) {
        assertThat(e.reason())
            .isEqualTo(isManaged ? RefusalReason.REVOKED : RefusalReason.UNKNOWN_TOKEN);
        assertThat(isManaged && !known.isRevoked).isFalse();
      }
    }

    void revoke(int actor, String id) throws StoreFailure {
      boolean isManaged = MANAGED.get(actor).contains(tokens.get(id).account);
      try {
        TokenInfo revoked = authority.tokens.revoke(ACTORS.get(actor), id);
        assertThat(isManaged).isTrue();
        assertThat(revoked.revokedAt()).isPresent();
        tokens.get(id).isRevoked = true;
      } catch (Refused e) {
        assertThat(isManaged).isFalse();
      }
    }

    void revokeAll(int actor, String account, Optional<String> user) throws StoreFailure {
      try {
        Actor by = ACTORS.get(actor);
        int revoked =
            user.isEmpty()
                ? authority.tokens.revokeAll(by, account)
                : authority.tokens.revokeAll(by, account, user.get());
        int expected = 0;
        for (Known known : tokens.values()) {
          boolean isMeant =
              known.account.equals(account) && user.map(known.user::equals).orElse(true);
          if (isMeant && !known.isRevoked) {
            known.isRevoked = true;
            expected++;
          }
        }
        assertThat(revoked).isEqualTo(expected);
      } catch (Refused e) {
        assertThat(MANAGED.get(actor)).doesNotContain(account);
      }
    }

    /** Every value of a token: at most the last is let through, and that whenever it is live. */
    void use(String id) {
      Known known = tokens.get(id);
      for (int i = 0; i < known.values.size(); i++) {
        GateReason reason = authority.ask(known.values.get(i), "GET");
        boolean isLast = i == known.values.size() - 1;
        if (isLast && known.isLive(now) && known.expiresAt.map(latest::isBefore).orElse(true)) {
          assertThat(reason).isEqualTo(GateReason.METHOD_NOT_ALLOWED);
        } else if (!isLast || !known.isLive(now)) {
          assertThat(reason)
              .isIn(
                  GateReason.REVOKED_TOKEN,
                  GateReason.EXPIRED_TOKEN,
                  GateReason.INVALID_TOKEN,
                  GateReason.UNAVAILABLE);
        }
      }
    }

    void list(int actor, String account) throws StoreFailure {
      try {
        List<String> listed =
            authority.tokens.list(ACTORS.get(actor), account, 0, 1_000).tokens().stream()
                .map(TokenInfo::id)
                .toList();
        assertThat(listed)
            .isEqualTo(ids.stream().filter(id -> tokens.get(id).account.equals(account)).toList());
      } catch (Refused e) {
        assertThat(MANAGED.get(actor)).doesNotContain(account);
      }
    }
  }

  @Property(tries = 40)
  void authority_anyHistory_asTheModelSays(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 99_999) Integer> steps)
      throws Exception {
    Path folder = Files.createTempDirectory("authority");
    World world = new World(folder);
    for (int step : steps) {
      int argument = step / 12;
      int actor = argument % 3;
      String account = argument / 3 % 2 == 0 ? "A" : "B";
      String lifetime = LIFETIMES.get(argument / 6 % 4);
      String id = world.ids.isEmpty() ? null : world.ids.get(argument / 24 % world.ids.size());
      if (id == null || step % 12 < 3) {
        world.issue(actor, account, lifetime);
        continue;
      }
      switch (step % 12) {
        case 3, 4 -> world.rotate(actor, id, lifetime);
        case 5 -> world.revoke(actor, id);
        case 6 ->
            world.revokeAll(
                actor, account, argument % 5 == 0 ? Optional.empty() : Optional.of("u-1"));
        case 7 -> world.now = Database.NOW.plus(Duration.ofHours(argument % 2_400 - 24));
        case 8 -> world.restart();
        case 9 -> world.list(actor, account);
        default -> world.use(id);
      }
      world.latest = world.now.isAfter(world.latest) ? world.now : world.latest;
    }
    assertThat(AuditCheck.verify(AuditChain.of(new byte[32]), world.store).finding())
        .isEqualTo(AuditVerdict.Finding.INTACT);
    world.authority.close();
    world.store.close();
    MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
  }
}
