package dev.warder.model;

import dev.warder.model.text.Lexis;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Fields;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Problems;
import dev.warder.model.yaml.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a {@link Node} tree, whether read from a file or made in code, into a catalogue. */
final class CatalogueParser {
  private final Values values;
  private final Fields fields;

  private CatalogueParser(Node root, Values values) {
    this.values = values;
    this.fields =
        new Fields(
            values,
            "the catalogue",
            root.place(),
            root,
            "catalogue",
            "format",
            "version",
            "title",
            "documentation",
            "basePath",
            "categories",
            "capabilities",
            "operations",
            "commands",
            "limits",
            "expiry",
            "accepted");
  }

  /**
   * Returns what the catalogue says.
   *
   * @throws InvalidCatalogue with every problem found, those given included
   */
  static CatalogueParts parse(@Nullable Node root, Problems problems) throws InvalidCatalogue {
    CatalogueParts parts =
        root == null ? null : new CatalogueParser(root, new Values(problems)).parts();
    if (parts == null) {
      throw new InvalidCatalogue(problems.sorted());
    }
    return parts;
  }

  private @Nullable CatalogueParts parts() {
    String name = fields.required("catalogue", Lexis.NAME);
    refuseOtherFormat();
    String version = fields.required("version", Lexis.TEXT);
    String title = fields.required("title", Lexis.TEXT);
    String documentation = fields.optional("documentation", Lexis.ADDRESS);
    CapabilitySection capabilitySection = new CapabilitySection(values);
    Declared<Category> categories = capabilitySection.categories(fields.required("categories"));
    Declared<Capability> capabilities =
        capabilitySection.capabilities(fields.required("capabilities"));
    Implications implications = capabilitySection.implications();
    RequirementParser requirements = new RequirementParser(values, capabilities);
    TemplateParser templates = new TemplateParser(values, fields.optional("basePath"));
    OperationSection operationSection = new OperationSection(values, templates, requirements);
    Declared<Operation> operations = operationSection.operations(fields.required("operations"));
    Declared<Command> commands =
        new CommandSection(values, operations, requirements).commands(fields.optional("commands"));
    LimitSection limitSection = new LimitSection(values);
    Limits limits = limitSection.limits(fields.placeOf("limits"), fields.optional("limits"));
    Expiry expiry = limitSection.expiry(fields.placeOf("expiry"), fields.optional("expiry"));
    List<Acceptance> accepted =
        new AcceptanceSection(values).acceptances(fields.optional("accepted"));
    operationSection.refuseClashes(accepted);
    return name == null
            || version == null
            || title == null
            || implications == null
            || !values.isRight()
        ? null
        : new CatalogueParts(
            name,
            version,
            title,
            documentation,
            templates.basePath(),
            categories.entries(),
            capabilities.entries(),
            implications,
            operations.entries(),
            commands.entries(),
            limits,
            expiry,
            accepted);
  }

  private void refuseOtherFormat() {
    Node node = fields.required("format");
    String format = values.text(node);
    if (node != null && format != null && !format.equals("1")) {
      values.refuse(node.place(), "this is format 1; the catalogue says " + Quoted.of(format));
    }
  }
}
