package dev.warder.gate.limit;

import static dev.warder.gate.limit.Charging.HOUR;
import static dev.warder.gate.limit.Charging.SEED;
import static dev.warder.gate.limit.Charging.perClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Limits;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * After a flood of new clients, those that come later share the limit of one client with the late
 * ones of their own network; clients of other networks keep theirs.
 */
class FloodTest {
  private static final Limits THREE = perClient(3);
  private static final int QUIET = 250;

  /** Charges each client of a flood once. */
  private static HourlyLimits flooded(int mostIds, int clients, IntFunction<String> client) {
    HourlyLimits limits = HourlyLimits.withSeed(SEED, mostIds);
    for (int i = 0; i < clients; i++) {
      limits.charge(ChargedClient.of(client.apply(i)), THREE, HOUR);
    }
    return limits;
  }

  /** Returns how many of some requests of a client are admitted. */
  private static int admitted(HourlyLimits limits, int requests, String client) {
    ChargedClient charged = ChargedClient.of(client);
    return (int)
        IntStream.range(0, requests)
            .filter(i -> limits.charge(charged, THREE, HOUR).isAdmitted())
            .count();
  }

  /** Returns a network of 64 bits: 64 of them have the first 48 bits in common, all of them 32. */
  private static String network(int number) {
    return "2001:db8:%x:%x::1".formatted(number / 64, number % 64);
  }

  /** As 4 million networks at the size that is the default: four times as many as places. */
  @Test
  void charge_fourNetworksForEachPlace_refusesNoClientElsewhere() {
    HourlyLimits limits = flooded(65_536, 4 * 65_536, FloodTest::network);
    for (int i = 0; i < QUIET; i++) {
      assertThat(admitted(limits, 4, "198.51." + i + ".7")).isEqualTo(3);
      assertThat(admitted(limits, 4, "2001:db9:" + i + "::7")).isEqualTo(3);
    }
  }

  @Test
  void charge_ipv4Flood_refusesNoClientElsewhere() {
    HourlyLimits limits =
        flooded(65_536, 4 * 65_536, i -> "10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256);
    for (int i = 0; i < QUIET; i++) {
      assertThat(admitted(limits, 4, "198.51." + i + ".7")).isEqualTo(3);
    }
  }

  /** A client that came before the flood has its place. */
  @Test
  void charge_clientBeforeTheFlood_keepsItsCount() {
    HourlyLimits limits = HourlyLimits.withSeed(SEED, 64);
    assertThat(admitted(limits, 1, network(5))).isEqualTo(1);
    for (int i = 0; i < 1_000; i++) {
      limits.charge(ChargedClient.of(network(64 + i)), THREE, HOUR);
    }
    assertThat(admitted(limits, 4, network(5))).isEqualTo(2);
  }

  /** A client that shares 48 bits with clients that found no place shares their limit. */
  @Test
  void charge_lateClientsOfOneNetworkOf48Bits_haveOneLimitTogether() {
    HourlyLimits limits = flooded(64, 1_000, i -> "2001:db8:1:" + Integer.toHexString(i) + "::1");
    int admitted = 0;
    for (int i = 0; i < 50; i++) {
      admitted += admitted(limits, 4, "2001:db8:2:" + i + "::1");
    }
    assertThat(admitted).isEqualTo(3);
    assertThat(admitted(limits, 4, "2001:db8:1:ffff::1")).isZero();
    assertThat(admitted(limits, 4, "2001:db8:3::1")).isEqualTo(3);
  }

  @Test
  void charge_lateClientsOfOneIpv4NetworkOf24Bits_haveOneLimitTogether() {
    HourlyLimits limits = flooded(64, 1_000, i -> "2001:db8:1:" + Integer.toHexString(i) + "::1");
    assertThat(admitted(limits, 2, "198.51.100.1")).isEqualTo(2);
    assertThat(admitted(limits, 2, "198.51.100.2")).isEqualTo(1);
    assertThat(admitted(limits, 4, "198.51.101.1")).isEqualTo(3);
  }

  /** However far the network is from the flood. */
  @Test
  void charge_quietClientsOfOneNetworkFarFromTheFlood_haveOneLimitTogether() {
    HourlyLimits limits = flooded(65_536, 4 * 65_536, FloodTest::network);
    int admitted = 0;
    for (int i = 0; i < QUIET; i++) {
      admitted += admitted(limits, 4, "198.51.100." + i);
    }
    assertThat(admitted).isEqualTo(3);
  }

  /** More networks of 48 bits than places: those of 32 bits count, and of IPv4 those of 16. */
  @Test
  void charge_floodOfNetworksOf48Bits_refusesTheSame32BitsAlone() {
    HourlyLimits limits = flooded(1_024, 10_000, i -> "2001:db8:%x::1".formatted(i));
    assertThat(admitted(limits, 4, "2001:db8:ffff::1")).isZero();
    for (int i = 0; i < 40; i++) {
      assertThat(admitted(limits, 2, "198." + i + ".1.1")).isEqualTo(2);
      assertThat(admitted(limits, 2, "198." + i + ".2.1")).isEqualTo(1);
      assertThat(admitted(limits, 4, "2001:%x::1".formatted(i))).isEqualTo(3);
    }
  }

  /** More networks of 32 bits than places: all that come later have one limit together. */
  @Test
  void charge_floodOfNetworksOf32Bits_neverMoreThanOneLimitForTheRest() {
    HourlyLimits limits = flooded(64, 10_000, i -> "2001:%x::1".formatted(i));
    int admitted = 0;
    for (int i = 0; i < QUIET; i++) {
      admitted += admitted(limits, 4, "198." + i + ".1.1");
    }
    assertThat(admitted).isZero();
  }

  @Test
  void charge_textsWithoutAnAddress_areOneClientAfterTheFloodToo() {
    HourlyLimits limits = flooded(64, 1_000, FloodTest::network);
    assertThat(admitted(limits, 2, "unix:")).isEqualTo(2);
    assertThat(admitted(limits, 2, "unknown")).isEqualTo(1);
  }

  @Test
  void chargePublic_flood_refusesNoClientElsewhere() {
    HourlyLimits limits = HourlyLimits.withSeed(SEED, 1_024);
    for (int i = 0; i < 4_096; i++) {
      limits.chargePublic(ChargedClient.of(network(i)), THREE, HOUR);
    }
    for (int i = 0; i < QUIET; i++) {
      ChargedClient quiet = ChargedClient.of("198.51." + i + ".7");
      assertThat(limits.chargePublic(quiet, THREE, HOUR).remaining(LimitKind.PUBLIC)).isEqualTo(2);
    }
  }

  /** With limit one, nobody is admitted twice, whatever it counts by. */
  @Test
  void charge_anyFlood_admitsNoClientMoreThanItsLimit() {
    HourlyLimits limits = flooded(16, 500, FloodTest::network);
    for (int i = 0; i < 500; i++) {
      assertThat(1 + admitted(limits, 5, network(i))).isLessThanOrEqualTo(4);
    }
  }
}
