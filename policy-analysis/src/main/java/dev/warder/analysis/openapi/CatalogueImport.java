package dev.warder.analysis.openapi;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.Catalogue;
import java.util.Optional;

/** Makes catalogues of OpenAPI documents. */
public final class CatalogueImport {
  private CatalogueImport() {}

  /**
   * Makes a catalogue of what a document says of its operations.
   *
   * <ul>
   *   <li>An operation's {@code security}, or else the document's, is its requirement: one
   *       alternative is enough, and needs all its schemes. An alternative that needs another
   *       scheme than the token's, or lists no scope, is left out, since what a token must carry
   *       for it is not known; without any other the operation is unmapped. So it is when nothing
   *       is said, and when the list is empty unless that was declared to mean public.
   *   <li>Capabilities are the scopes, those declared by the token's schemes first. The label is
   *       the scope's description, or the scope; the category is the first tag of the first
   *       operation that needs it.
   *   <li>An operation is called by its {@code operationId}, or else by method and path. The
   *       summary is its summary, the first line of its description, or its name.
   *   <li>Whose account an operation touches no document says: it is declared for parameters.
   *   <li>What a catalogue cannot express is a problem, unless it was declared to be left out:
   *       several parameters in one segment, a wildcard, a path that depends on a query or is not
   *       canonical, several operations of one method and shape, two that differ by the slash at
   *       the end and need different things, names that are none.
   * </ul>
   *
   * @throws InvalidDocument when something cannot be expressed or was not declared, with all
   *     problems
   */
  public static ImportedCatalogue of(OpenApiDocument document, ImportRules rules)
      throws InvalidDocument {
    return new ImportedDocument(document.parts(), rules).catalogue();
  }

  /**
   * Returns the catalogue that {@link OpenApiExport} wrote into a document, which is the one
   * exported, or nothing when there is none in it. The document must be one that {@link
   * ServerPaths#asDocumented} was read for.
   *
   * @throws InvalidDocument when the catalogue in it is none, or does not say what the rest of the
   *     document says: then either was changed afterwards
   */
  public static Optional<Catalogue> exported(OpenApiDocument document) throws InvalidDocument {
    return ExportedDocument.catalogue(document);
  }
}
