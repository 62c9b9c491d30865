package dev.warder.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.model.yaml.Keys;
import dev.warder.model.yaml.Node;
import java.util.List;

/** One capability of a {@link CatalogueBuilder}. Call each method at most once. */
public final class CapabilitySpec {
  private final Keys keys;

  CapabilitySpec(String path) {
    this.keys = new Keys(path);
  }

  /** Sets the name that a dashboard has for the capability. */
  @CanIgnoreReturnValue
  public CapabilitySpec label(String label) {
    keys.put("label", label);
    return this;
  }

  /** Sets the category that the capability belongs to. */
  @CanIgnoreReturnValue
  public CapabilitySpec category(String category) {
    keys.put("category", category);
    return this;
  }

  /** Sets the kind of access that the capability gives; optional. */
  @CanIgnoreReturnValue
  public CapabilitySpec access(Access access) {
    keys.put("access", access.word());
    return this;
  }

  /** Sets the other capabilities that the holder has too; optional. */
  @CanIgnoreReturnValue
  public CapabilitySpec implies(String... capabilities) {
    keys.put("implies", List.of(capabilities));
    return this;
  }

  /** Sets how the holder can obtain what the capability itself does not give; optional. */
  @CanIgnoreReturnValue
  public CapabilitySpec escalates(String how) {
    keys.put("escalates", how);
    return this;
  }

  Node node() {
    return keys.build();
  }
}
