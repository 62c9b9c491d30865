package dev.warder.spring;

import dev.warder.gate.Gate;
import dev.warder.model.Catalogue;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The endpoint {@code warder}: the catalogue that decides now, and what is not judged. */
@Endpoint(id = "warder")
public final class WarderEndpoint {
  private final Gate gate;
  private final List<String> exclude;

  WarderEndpoint(Gate gate, List<String> exclude) {
    this.gate = gate;
    this.exclude = exclude;
  }

  /**
   * What the endpoint shows.
   *
   * @param catalogue the catalogue's name
   * @param fingerprint its fingerprint
   * @param guarded its operations: method, template and name
   * @param excluded the servlet mappings of requests that are not judged
   */
  public record Description(
      String catalogue, String fingerprint, List<String> guarded, List<String> excluded) {}

  /** Returns what decides now. */
  @ReadOperation
  public Description describe() {
    Catalogue catalogue = gate.engine().catalogue();
    List<String> guarded =
        catalogue.operations().stream()
            .map(o -> o.method() + " " + o.template() + " (" + o.id() + ")")
            .toList();
    return new Description(catalogue.name(), catalogue.fingerprint(), guarded, exclude);
  }
}
