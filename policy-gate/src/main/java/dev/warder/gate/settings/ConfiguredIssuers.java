package dev.warder.gate.settings;

import dev.warder.gate.GateBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The issuers of a host's configuration, and the keys that are fetched from them. The host closes
 * it after its gate. Not for use by several threads before {@link #addTo} has returned; {@link
 * #problems} is safe then.
 */
public final class ConfiguredIssuers implements AutoCloseable {
  private final List<ConfiguredIssuer> issuers;

  private ConfiguredIssuers(List<IssuerSettings> settings, boolean areVerifiedElsewhere) {
    List<ConfiguredIssuer> all = new ArrayList<>();
    for (IssuerSettings of : settings) {
      all.add(new ConfiguredIssuer("issuers[" + all.size() + "].", of, areVerifiedElsewhere));
    }
    this.issuers = List.copyOf(all);
  }

  /** Returns issuers whose tokens the gate verifies. Nothing is read before {@link #addTo}. */
  public static ConfiguredIssuers of(List<IssuerSettings> settings) {
    return new ConfiguredIssuers(settings, false);
  }

  /** Returns issuers whose tokens the host has verified, so that they have no keys. */
  public static ConfiguredIssuers verifiedElsewhere(List<IssuerSettings> settings) {
    return new ConfiguredIssuers(settings, true);
  }

  /** Returns why keys could not be fetched last, by issuer; nothing for those that could. */
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    for (ConfiguredIssuer issuer : issuers) {
      issuer.problem().ifPresent(problem -> problems.put(issuer.name(), problem));
    }
    return problems;
  }

  /** Stops fetching keys. */
  @Override
  public void close() {
    issuers.forEach(ConfiguredIssuer::close);
  }

  /**
   * Has a gate accept the tokens of these issuers. Files of keys and profiles are read.
   *
   * @throws InvalidSetting where a setting is missing or cannot be used
   */
  public void addTo(GateBuilder gate) {
    if (issuers.isEmpty()) {
      throw new InvalidSetting("issuers", "name an issuer: set issuers[0].uri and .audience");
    }
    if (issuers.size() == 1) {
      gate.tokens(issuers.get(0).only());
    } else {
      issuers.forEach(issuer -> issuer.addTo(gate));
    }
  }
}
