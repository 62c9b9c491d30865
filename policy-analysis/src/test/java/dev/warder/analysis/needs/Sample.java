package dev.warder.analysis.needs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.CapabilitySpec;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Requires;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A catalogue in the making, whose operations are called by their paths. */
final class Sample {
  private final CatalogueBuilder builder =
      Catalogue.builder("sample").version("1").title("Sample").category("c", "C");

  Sample capability(String raw, UnaryOperator<CapabilitySpec> spec) {
    builder.capability(raw, c -> spec.apply(c.label("L " + raw).category("c")));
    return this;
  }

  Sample capabilities(String... raws) {
    for (String raw : raws) {
      capability(raw, c -> c);
    }
    return this;
  }

  Sample operation(String id, Requires requires) {
    return operation(id, "/" + id, requires);
  }

  Sample operation(String id, String path, Requires requires) {
    builder.operation(
        id,
        o ->
            path.contains("{")
                ? o.at("GET", path).summary("S").requires(requires).accountNotChecked()
                : o.at("GET", path).summary("S").requires(requires));
    return this;
  }

  CatalogueBuilder builder() {
    return builder;
  }

  Catalogue catalogue() {
    try {
      return builder.build();
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  static PolicyEngine engine(Catalogue catalogue) {
    return PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
  }

  /** Returns what all these operations and commands need, commands in no condition. */
  static Wanted wanted(Catalogue catalogue, String... names) {
    Wanted.Builder wanted = Wanted.builder(catalogue);
    for (String name : names) {
      catalogue.operation(name).ifPresent(wanted::operation);
      catalogue.command(name).ifPresent(command -> wanted.command(command, Set.of()));
      assertThat(catalogue.operation(name).isPresent() || catalogue.command(name).isPresent())
          .isTrue();
    }
    return wanted.build();
  }
}
