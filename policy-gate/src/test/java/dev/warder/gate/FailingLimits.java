package dev.warder.gate;

import dev.warder.gate.limit.Charge;
import dev.warder.gate.limit.ChargedClient;
import dev.warder.gate.limit.ChargedToken;
import dev.warder.gate.limit.RateLimits;
import dev.warder.model.Limits;

/** Limits of which no count can be had. */
record FailingLimits(RuntimeException failure) implements RateLimits {
  @Override
  public Charge charge(ChargedToken token, Limits limits, long nowMillis) {
    throw failure;
  }

  @Override
  public Charge charge(ChargedClient client, Limits limits, long nowMillis) {
    throw failure;
  }

  @Override
  public Charge chargePublic(ChargedClient client, Limits limits, long nowMillis) {
    throw failure;
  }
}
