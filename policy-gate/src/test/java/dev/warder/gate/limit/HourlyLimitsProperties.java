package dev.warder.gate.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever was charged before, in whatever hours, by whatever limits, each charge comes to what
 * maps of counts say; and where tables are too small, nobody gets more than a limit.
 */
class HourlyLimitsProperties {
  private static final int TOKENS = 6;
  private static final int CLIENTS = 4;

  /** The naive limits: a map of counts for each of the two hours seen last. */
  private static final class Model {
    private Map<String, Integer> counts = new HashMap<>();
    private Map<String, Integer> countsBefore = new HashMap<>();
    private long hour = Long.MIN_VALUE;
    private long hourBefore = Long.MIN_VALUE;

    private void see(long nowMillis) {
      long now = Math.floorDiv(nowMillis, 3_600_000L);
      if (now != hour) {
        Map<String, Integer> next = now == hourBefore ? countsBefore : new HashMap<>();
        countsBefore = counts;
        hourBefore = hour;
        counts = next;
        hour = now;
      }
    }

    private boolean isFull(String id, OptionalInt limit) {
      return limit.isPresent() && counts.getOrDefault(id, 0) >= limit.getAsInt();
    }

    private void count(String id, OptionalInt limit) {
      if (limit.isPresent()) {
        counts.merge(id, 1, Integer::sum);
      }
    }

    private String left(String id, OptionalInt limit) {
      if (limit.isEmpty()) {
        return "";
      }
      int left = Math.max(0, limit.getAsInt() - counts.getOrDefault(id, 0));
      return " " + id.split(" ", 2)[0] + " " + left + "/" + limit.getAsInt();
    }

    String token(ChargedToken token, Limits by, long nowMillis) {
      see(nowMillis);
      String tokenId = "token " + token.issuer() + " " + token.tokenId();
      if (token.account().isEmpty()) {
        return tokenAlone(tokenId, by);
      }
      String accountId = "account " + token.issuer() + " " + token.account().get();
      String full = null;
      if (isFull(tokenId, by.token())) {
        full = "token";
      } else if (isFull(accountId, by.account())) {
        full = "account";
      } else {
        count(tokenId, by.token());
        count(accountId, by.account());
      }
      return full + left(tokenId, by.token()) + left(accountId, by.account()) + end();
    }

    private String tokenAlone(String tokenId, Limits by) {
      boolean isFull = isFull(tokenId, by.token());
      if (!isFull) {
        count(tokenId, by.token());
      }
      return (isFull ? "token" : null) + left(tokenId, by.token()) + end();
    }

    String client(String kind, String client, OptionalInt limit, long nowMillis) {
      see(nowMillis);
      String id = kind + " " + client;
      String full = null;
      if (isFull(id, limit)) {
        full = kind;
      } else {
        count(id, limit);
      }
      return full + left(id, limit) + end();
    }

    private String end() {
      return " " + Instant.ofEpochSecond((hour + 1) * 3_600);
    }
  }

  private static String told(Charge charge) {
    StringBuilder text = new StringBuilder(charge.full().map(LimitKind::code).orElse("null"));
    assertThat(charge.isAdmitted()).isEqualTo(charge.full().isEmpty());
    for (LimitKind kind : charge.counted()) {
      text.append(' ').append(kind).append(' ').append(charge.remaining(kind));
      text.append('/').append(charge.limit(kind));
    }
    return text + " " + charge.resetsAt();
  }

  /**
   * Six tokens of two issuers in three accounts, whose ids and accounts are alike; now and then one
   * of the same id without an account.
   */
  private static ChargedToken token(int number) {
    if (number % 7 == 6) {
      return ChargedToken.withoutAccount("i" + number % 2, "t" + number % 3);
    }
    return ChargedToken.of("i" + number % 2, "t" + number % 3, "a" + number / 2 % 2);
  }

  /** Returns limits of 0 to 3, or none, by the digits of a number. */
  private static Limits limits(int number) {
    Limits limits = Limits.NONE;
    limits = number % 5 == 4 ? limits : limits.withAccount(number % 5);
    limits = number / 5 % 5 == 4 ? limits : limits.withToken(number / 5 % 5);
    limits = number / 25 % 5 == 4 ? limits : limits.withClient(number / 25 % 5);
    return number / 125 % 5 == 4 ? limits : limits.withPublicRequests(number / 125 % 5);
  }

  @Property(tries = 2_000)
  void charge_anyHistory_equalsMapsOfCounts(
      @ForAll long seed,
      @ForAll @Size(min = 1, max = 150) List<@IntRange(min = 0, max = 999_999) Integer> steps) {
    HourlyLimits limits = HourlyLimits.withSeed(seed, 64);
    Model model = new Model();
    long now = Charging.HOUR;
    for (int step : steps) {
      int argument = step / 10;
      Limits by = limits(argument / 10);
      switch (step % 10) {
        case 0 -> now += 1_000L * (argument % 8_000 - 4_000);
        case 1, 2, 3 -> {
          String client = "198.51.100." + argument % CLIENTS;
          assertThat(told(limits.charge(ChargedClient.of(client), by, now)))
              .isEqualTo(model.client("client", client, by.client(), now));
        }
        case 4 -> {
          String client = "198.51.100." + argument % CLIENTS;
          assertThat(told(limits.chargePublic(ChargedClient.of(client), by, now)))
              .isEqualTo(model.client("public", client, by.publicOrClient(), now));
        }
        default -> {
          ChargedToken token = token(argument % TOKENS);
          assertThat(told(limits.charge(token, by, now))).isEqualTo(model.token(token, by, now));
        }
      }
    }
  }

  @Property(tries = 1_000)
  void charge_moreIdsThanPlaces_neverMoreThanTheLimitAndExactForTheFirst(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int mostIds,
      @ForAll @IntRange(min = 0, max = 3) int limit,
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 30) Integer> clients) {
    HourlyLimits limits = HourlyLimits.withSeed(seed, mostIds);
    List<Integer> seen = new ArrayList<>();
    Map<Integer, Integer> asked = new HashMap<>();
    Map<Integer, Integer> admitted = new HashMap<>();
    for (int client : clients) {
      if (!seen.contains(client)) {
        seen.add(client);
      }
      asked.merge(client, 1, Integer::sum);
      ChargedClient charged = ChargedClient.of("198.51.100." + client);
      if (limits.charge(charged, Charging.perClient(limit), Charging.HOUR).isAdmitted()) {
        admitted.merge(client, 1, Integer::sum);
      }
    }
    for (int i = 0; i < seen.size(); i++) {
      int got = admitted.getOrDefault(seen.get(i), 0);
      assertThat(got).isLessThanOrEqualTo(limit);
      if (i < mostIds) {
        assertThat(got).isEqualTo(Math.min(limit, asked.get(seen.get(i))));
      }
    }
  }
}
