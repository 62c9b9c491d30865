package dev.warder.spring;

import dev.warder.gate.GateBuilder;
import dev.warder.gate.settings.ConfiguredIssuers;
import dev.warder.gate.settings.InvalidSetting;
import dev.warder.gate.settings.IssuerSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The issuers of {@code warder.issuers}. */
final class Issuers implements GateProblems, AutoCloseable {
  private final ConfiguredIssuers issuers;

  /** Takes the settings, and whether Spring verifies tokens, so that no keys are needed. */
  Issuers(List<WarderProperties.Issuer> settings, boolean areVerifiedBySpring) {
    List<IssuerSettings> all = settings.stream().map(Issuers::settings).toList();
    this.issuers =
        areVerifiedBySpring ? ConfiguredIssuers.verifiedElsewhere(all) : ConfiguredIssuers.of(all);
  }

  private static IssuerSettings settings(WarderProperties.Issuer issuer) {
    return new IssuerSettings(
        issuer.uri(),
        issuer.issuer(),
        issuer.keys(),
        issuer.audience(),
        issuer.profile(),
        issuer.accountClaim(),
        issuer.clockSkew(),
        issuer.accountPrefix());
  }

  @Override
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    issuers.problems().forEach((name, problem) -> problems.put("keys of " + name, problem));
    return problems;
  }

  @Override
  public void close() {
    issuers.close();
  }

  /** Has a gate accept the tokens of these issuers. */
  void addTo(GateBuilder gate) {
    try {
      issuers.addTo(gate);
    } catch (InvalidSetting e) {
      throw new InvalidWarderSettings("warder." + e.setting(), e.what());
    }
  }
}
