package dev.warder.cli.check;

import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.NamedRows;
import dev.warder.gate.token.TokenFault;
import dev.warder.gate.token.TokenProfile;
import java.util.Set;

/** A signed token was refused, which denies every question. Nothing of the token is shown. */
final class RejectedToken extends Exception implements CheckAnswer {
  private static final long serialVersionUID = 1L;

  private final TokenFault fault;

  /**
   * Makes one.
   *
   * @param profile that the token was judged by
   */
  RejectedToken(TokenFault fault, TokenProfile profile) {
    super(profile.message(fault), null, false, false);
    this.fault = fault;
  }

  @Override
  public boolean isAllowed() {
    return false;
  }

  @Override
  public Set<String> unknown() {
    return Set.of();
  }

  @Override
  public void add(NamedRows rows) {
    rows.add(
        "reason",
        fault.reason() + " (" + ReasonText.of(fault.reason().code()).orElseThrow().means() + ")");
    rows.add("status", fault.reason().status());
    rows.add("fault", fault + " (" + getMessage() + ")");
  }

  @Override
  public void write(JsonObject json) {
    json.put("allowed", false);
    json.put("reason", fault.reason().code());
    json.put("status", fault.reason().status());
    json.put("fault", fault.code());
  }
}
