package dev.warder.analysis.openapi;

import dev.warder.analysis.InvalidDocument;
import dev.warder.analysis.document.DocumentParser;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.OperationSpec;
import dev.warder.model.Requirement;
import dev.warder.model.Requires;
import dev.warder.model.Steps;
import dev.warder.model.text.Lexis;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Nearest;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One import: a document's parts become a catalogue and notes. */
final class ImportedDocument {
  private final DocumentParts parts;
  private final ImportRules rules;
  private final Place root;
  private final Problems problems = new Problems();
  private final List<ImportNote> notes = new ArrayList<>();
  private final ScopeNames scopes;
  private final AccountImport accounts;
  private final CategoryNames categories;

  /** What stays, with what it requires, in the document's order. */
  private final Map<DocumentedOperation, RequirementImport.Imported> kept = new LinkedHashMap<>();

  private final List<DocumentedOperation> omitted = new ArrayList<>();

  ImportedDocument(DocumentParts parts, ImportRules rules) {
    this.parts = parts;
    this.rules = rules;
    this.root = new Place(parts.source(), 1, 1);
    this.scopes = new ScopeNames(parts, rules);
    this.accounts = new AccountImport(rules);
    this.categories = new CategoryNames(parts.tags().keySet());
  }

  ImportedCatalogue catalogue() throws InvalidDocument {
    refuseTooMuchSecurity();
    refuseUnknownSchemes();
    scopes.refused().forEach(this::omit);
    sort();
    if (!new Shadows(omitted).unmap(kept, notes)) {
      problems.add(
          root,
          ("to compare %s operations that a catalogue cannot express with %s that stay takes more"
                  + " than %s steps; split the document")
              .formatted(omitted.size(), kept.size(), Shadows.MAX_STEPS));
    }
    kept.forEach(
        (operation, requirement) -> {
          notes.addAll(requirement.notes());
          categories.add(operation.tags(), requirement.alternatives());
        });
    CatalogueBuilder builder = header();
    Map<String, String> descriptions = scopes.descriptions();
    categories.of(descriptions.keySet()).forEach(builder::category);
    descriptions.forEach(
        (scope, description) ->
            builder.capability(
                scope,
                spec ->
                    spec.label(Names.label(description).orElse(scope))
                        .category(categories.categoryOf(scope))));
    String basePath = basePath();
    if (!basePath.isEmpty()) {
      builder.basePath(basePath);
    }
    kept.forEach(
        (operation, requirement) ->
            builder.operation(
                OperationNames.idOf(operation),
                spec -> operation(spec, operation, requirement, basePath.length())));
    accounts.findProblems(problems, root);
    DocumentParser.refuseAny(problems);
    return new ImportedCatalogue(built(builder), notes);
  }

  private static Catalogue built(CatalogueBuilder builder) throws InvalidDocument {
    try {
      return builder.build();
    } catch (InvalidCatalogue e) {
      throw new InvalidDocument(e.problems());
    }
  }

  private void refuseTooMuchSecurity() throws InvalidDocument {
    Steps steps = new Steps(SecurityWork.MAX_STEPS);
    DocumentedOperation tooMuch =
        new SecurityWork(rules.scopeList, steps).tooMuch(parts.operations());
    if (tooMuch != null) {
      problems.add(
          tooMuch.place(),
          ("to read what operations require takes more than %s steps, at %s: let `security` list"
                  + " fewer alternatives and scopes, that of the root above all, or split the"
                  + " document")
              .formatted(steps.most(), Quoted.of(tooMuch.toString())));
    }
    DocumentParser.refuseAny(problems);
  }

  private void refuseUnknownSchemes() {
    Set<String> known = new LinkedHashSet<>(parts.schemes().keySet());
    for (DocumentedOperation operation : parts.operations()) {
      operation
          .security()
          .ifPresent(
              security ->
                  security.said().forEach(alternative -> known.addAll(alternative.keySet())));
    }
    Nearest nearest = new Nearest();
    for (String scheme : rules.tokenSchemes) {
      if (!known.contains(scheme)) {
        problems.add(
            root,
            "no security scheme is called "
                + Quoted.of(scheme)
                + nearest.hintOrNone(scheme, known));
      }
    }
  }

  private void omit(ImportNote note) {
    if (rules.omit) {
      notes.add(note);
    } else {
      problems.add(
          note.place(),
          Quoted.of(note.subject()) + " cannot be expressed in a catalogue: " + note.why());
    }
  }

  /** Parts what a catalogue can express from what it cannot. */
  private void sort() {
    OperationNames names = new OperationNames(parts.operations());
    RequirementImport requirements = new RequirementImport(rules, scopes);
    for (DocumentedOperation operation : parts.operations()) {
      String problem = names.problemOf(operation);
      RequirementImport.Imported requirement = requirements.of(operation);
      problem = problem == null ? requirement.problem() : problem;
      if (problem == null) {
        kept.put(operation, requirement);
      } else {
        omit(operation, problem);
      }
    }
    new SlashesAtEnd(kept)
        .problems()
        .forEach(
            (operation, problem) -> {
              kept.remove(operation);
              omit(operation, problem);
            });
  }

  private void omit(DocumentedOperation operation, String problem) {
    omitted.add(operation);
    omit(
        new ImportNote(
            ImportNote.Kind.OMITTED_OPERATION, operation.place(), operation.toString(), problem));
  }

  private CatalogueBuilder header() {
    String title = Names.firstLine(parts.title() == null ? "" : parts.title()).orElse(null);
    String version = Names.firstLine(parts.version() == null ? "" : parts.version()).orElse(null);
    if (title == null || version == null) {
      problems.add(root, "`info` has no " + (title == null ? "title" : "version"));
    }
    CatalogueBuilder builder =
        Catalogue.builder(rules.name == null ? nameOf(title) : rules.name)
            .version(String.valueOf(version))
            .title(String.valueOf(title));
    if (parts.documentation() != null && Lexis.ADDRESS.accepts(parts.documentation())) {
      builder.documentation(parts.documentation());
    }
    return builder;
  }

  private static String nameOf(@Nullable String title) {
    return Names.nameOf(String.valueOf(title).toLowerCase(Locale.ROOT)).orElse("imported");
  }

  /** Returns the base path that all operations have, where a catalogue can have it. */
  private String basePath() {
    Set<String> basePaths = new LinkedHashSet<>();
    kept.keySet().forEach(operation -> basePaths.add(operation.basePath()));
    String basePath = basePaths.size() == 1 ? basePaths.iterator().next() : "";
    return basePath.indexOf('{') < 0 ? basePath : "";
  }

  private OperationSpec operation(
      OperationSpec spec,
      DocumentedOperation operation,
      RequirementImport.Imported requirement,
      int basePathLength) {
    spec.at(operation.method(), operation.path().substring(basePathLength))
        .summary(summary(operation))
        .requires(requires(requirement));
    operation.documentation().filter(Lexis.ADDRESS::accepts).ifPresent(spec::documentation);
    return accounts.set(spec, operation, requirement.fixed());
  }

  private static String summary(DocumentedOperation operation) {
    return operation
        .summary()
        .flatMap(Names::firstLine)
        .or(() -> operation.description().flatMap(Names::firstLine))
        .orElseGet(() -> OperationNames.idOf(operation));
  }

  private static Requires requires(RequirementImport.Imported requirement) {
    if (requirement.fixed() == Requirement.Fixed.PUBLIC) {
      return Requires.PUBLIC;
    }
    return requirement.fixed() != null
        ? Requires.UNMAPPED
        : Requires.any(requirement.alternatives().stream().map(Requires::all).toList());
  }
}
