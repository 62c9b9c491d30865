package dev.warder.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.model.yaml.Keys;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Makes a catalogue in code. Everything is checked as in a file, by the same code, when {@link
 * #build} is called; problems name the path of keys instead of a line. Not safe for use by several
 * threads at once.
 */
public final class CatalogueBuilder {
  private final String name;
  private final Keys root = new Keys("");
  private final Keys categories = new Keys("categories");
  private final Keys capabilities = new Keys("capabilities");
  private final Keys operations = new Keys("operations");
  private final Keys commands = new Keys("commands");
  private final Keys limits = new Keys("limits");
  private final List<Node> accepted = new ArrayList<>();

  CatalogueBuilder(String name) {
    this.name = name;
    root.put("catalogue", name).put("format", "1");
  }

  /** Sets the catalogue's own version; required. */
  @CanIgnoreReturnValue
  public CatalogueBuilder version(String version) {
    root.put("version", version);
    return this;
  }

  /** Sets the title, for people; required. */
  @CanIgnoreReturnValue
  public CatalogueBuilder title(String title) {
    root.put("title", title);
    return this;
  }

  /** Sets the address where the capabilities are documented. */
  @CanIgnoreReturnValue
  public CatalogueBuilder documentation(String address) {
    root.put("documentation", address);
    return this;
  }

  /** Sets the path of literals that every template begins with, such as {@code /v1}. */
  @CanIgnoreReturnValue
  public CatalogueBuilder basePath(String basePath) {
    root.put("basePath", basePath);
    return this;
  }

  /** Adds a category. */
  @CanIgnoreReturnValue
  public CatalogueBuilder category(String name, String label) {
    categories.put(name, label);
    return this;
  }

  /** Adds a capability: {@code capability("read:app", c -> c.label("Read App")...)}. */
  @CanIgnoreReturnValue
  public CatalogueBuilder capability(String raw, UnaryOperator<CapabilitySpec> spec) {
    capabilities.put(raw, spec.apply(new CapabilitySpec(capabilities.pathOf(raw))).node());
    return this;
  }

  /** Adds an operation: {@code operation("list-apps", o -> o.at("GET", "/apps")...)}. */
  @CanIgnoreReturnValue
  public CatalogueBuilder operation(String id, UnaryOperator<OperationSpec> spec) {
    operations.put(id, spec.apply(new OperationSpec(operations.pathOf(id))).node());
    return this;
  }

  /** Adds a command: {@code command("acme apps list", c -> c.calls("list-apps"))}. */
  @CanIgnoreReturnValue
  public CatalogueBuilder command(String name, UnaryOperator<CommandSpec> spec) {
    commands.put(name, spec.apply(new CommandSpec(commands.pathOf(name))).node());
    return this;
  }

  /** Limits the requests of all tokens of one account in a clock hour. */
  @CanIgnoreReturnValue
  public CatalogueBuilder accountLimit(int requestsPerHour) {
    limits.put("account", requestsPerHour + "/hour");
    return this;
  }

  /** Limits the requests of one token in a clock hour. */
  @CanIgnoreReturnValue
  public CatalogueBuilder tokenLimit(int requestsPerHour) {
    limits.put("token", requestsPerHour + "/hour");
    return this;
  }

  /**
   * Limits the requests of one client in a clock hour that have no valid token and are denied.
   * Without {@link #publicLimit}, its public requests have the same limit, counted apart.
   */
  @CanIgnoreReturnValue
  public CatalogueBuilder clientLimit(int requestsPerHour) {
    limits.put("client", requestsPerHour + "/hour");
    return this;
  }

  /** Limits the requests of one client in a clock hour that are allowed without a token. */
  @CanIgnoreReturnValue
  public CatalogueBuilder publicLimit(int requestsPerHour) {
    limits.put("public", requestsPerHour + "/hour");
    return this;
  }

  /**
   * Sets the lifetimes that the maker of a token may choose from: {@code "30d"} or {@code "never"}.
   */
  @CanIgnoreReturnValue
  public CatalogueBuilder expiry(List<String> choices, String preset) {
    root.put("expiry", new Keys("expiry").put("choices", choices).put("default", preset).build());
    return this;
  }

  /**
   * Accepts a warning.
   *
   * @param warning the kind of warning, such as {@code guards-nothing}
   * @param at the subject of the warning, such as a capability
   * @param reason why it is accepted
   */
  @CanIgnoreReturnValue
  public CatalogueBuilder accept(String warning, String at, String reason) {
    Keys acceptance = new Keys("accepted[" + accepted.size() + "]");
    accepted.add(acceptance.put("warning", warning).put("at", at).put("reason", reason).build());
    return this;
  }

  /**
   * Returns the catalogue. The builder may be added to afterwards, and build again.
   *
   * @throws InvalidCatalogue with all problems
   */
  public Catalogue build() throws InvalidCatalogue {
    Keys all = new Keys("").putAll(root);
    all.put("categories", categories.build());
    all.put("capabilities", capabilities.build());
    all.put("operations", operations.build());
    all.putUnlessEmpty("commands", commands.build());
    all.putUnlessEmpty("limits", limits.build());
    all.putUnlessEmpty("accepted", new Node.Sequence(new Place("accepted", 0, 0), accepted));
    return new Catalogue(CatalogueParser.parse(all.build(new Place(name, 0, 0)), new Problems()));
  }
}
