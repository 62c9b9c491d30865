package dev.warder.servlet;

import dev.warder.gate.limit.Charge;
import dev.warder.gate.limit.ChargedClient;
import dev.warder.gate.limit.ChargedToken;
import dev.warder.gate.limit.HourlyLimits;
import dev.warder.gate.limit.RateLimits;
import dev.warder.model.Limits;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Limits that note which clients were charged. */
final class ClientsCharged implements RateLimits {
  private final RateLimits limits = HourlyLimits.create(new SecureRandom());
  private final List<String> charged = new CopyOnWriteArrayList<>();

  List<String> charged() {
    return charged;
  }

  @Override
  public Charge charge(ChargedToken token, Limits by, long nowMillis) {
    return limits.charge(token, by, nowMillis);
  }

  @Override
  public Charge charge(ChargedClient client, Limits by, long nowMillis) {
    charged.add(client.toString());
    return limits.charge(client, by, nowMillis);
  }

  @Override
  public Charge chargePublic(ChargedClient client, Limits by, long nowMillis) {
    charged.add(client.toString());
    return limits.chargePublic(client, by, nowMillis);
  }
}
