package dev.warder.gate.limit;

import java.util.OptionalInt;

/**
 * What was counted of each client in one hour. A client that finds no place counts by a network
 * that contains its own, and where that finds none, by a wider one.
 *
 * <p>So once a flood of new clients has taken all places, those that come later share the limit of
 * one client with the late ones of their network, near the flood and far from it. A client that
 * came before keeps its place, and late clients of other networks keep theirs.
 */
final class ClientCounters {
  private static final int CLIENTS_PER_NEAR = 2;
  private static final int CLIENTS_PER_WIDE = 16;

  private final Counters clients;
  private final Counters near;
  private final Counters wide;

  /** Makes counters of the sizes that {@link #levels} returns, placed by a secret seed. */
  ClientCounters(Level[][] levels, long seed) {
    this.clients = new Counters(levels[0], seed);
    this.near = new Counters(levels[1], seed);
    this.wide = new Counters(levels[2], seed);
  }

  /** Returns the levels of the tables for some clients, for near networks, and for wide ones. */
  static Level[][] levels(int mostClients) {
    return new Level[][] {
      Level.of(mostClients),
      Level.of(Math.max(1, mostClients / CLIENTS_PER_NEAR)),
      Level.of(Math.max(1, mostClients / CLIENTS_PER_WIDE))
    };
  }

  /**
   * Counts one more of a client, or of the network that it counts by, unless the limit is full;
   * returns what is then left, or {@link Page#FULL}. Without a limit nothing is counted, and 0
   * returned.
   */
  int take(ChargedClient client, OptionalInt limit) {
    if (limit.isEmpty()) {
      return 0;
    }
    int left = clients.takeOwn(client.hashedKey, limit.getAsInt());
    if (left == Counters.NO_PLACE) {
      left = near.takeOwn(client.nearKey(), limit.getAsInt());
    }
    return left == Counters.NO_PLACE ? wide.take(client.wideKey(), limit) : left;
  }
}
