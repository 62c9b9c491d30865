package dev.warder.testkit;

import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.model.Capability;
import dev.warder.model.CapabilityLookup.Found;
import dev.warder.model.Catalogue;
import dev.warder.model.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Grants of one engine, of capabilities that exist. An engine itself takes unknown strings, which
 * match nothing; in a test they are slips that would have it pass for the wrong reason. Safe for
 * use by many threads.
 */
public final class TestGrants {
  private final PolicyEngine engine;

  private TestGrants(PolicyEngine engine) {
    this.engine = engine;
  }

  /** Returns grants for an engine. */
  public static TestGrants of(PolicyEngine engine) {
    return new TestGrants(engine);
  }

  /**
   * Returns the grant of an account that holds these capabilities.
   *
   * @param capabilities raw strings or labels, letter by letter
   * @throws IllegalArgumentException for one that the catalogue does not have, or a label that two
   *     have
   */
  public Grant grant(String account, String... capabilities) {
    return engine.grant(account, raws(capabilities));
  }

  /**
   * Returns the grant of a token that has no account and holds these capabilities.
   *
   * @param capabilities as for {@link #grant}
   * @throws IllegalArgumentException as above
   */
  public Grant grantWithoutAccount(String... capabilities) {
    return engine.grantWithoutAccount(raws(capabilities));
  }

  private List<String> raws(String... capabilities) {
    List<String> raws = new ArrayList<>();
    for (String words : capabilities) {
      raws.add(raw(words));
    }
    return raws;
  }

  private String raw(String words) {
    Catalogue catalogue = engine.catalogue();
    if (catalogue.lookUp(words) instanceof Found found) {
      return found.capability().raw();
    }
    List<String> names =
        catalogue.capabilities().stream()
            .flatMap(capability -> Stream.of(capability.raw(), capability.label()))
            .toList();
    if (names.contains(words)) {
      throw new IllegalArgumentException("more than one capability is called `" + words + "`");
    }
    throw new IllegalArgumentException(
        "the catalogue "
            + catalogue.name()
            + " has no capability `"
            + words
            + "`; "
            + Nearest.to(words, names)
                .map(near -> "nearest: `" + near + "`")
                .orElseGet(() -> "there are " + raws(catalogue)));
  }

  private static List<String> raws(Catalogue catalogue) {
    return catalogue.capabilities().stream().map(Capability::raw).toList();
  }
}
