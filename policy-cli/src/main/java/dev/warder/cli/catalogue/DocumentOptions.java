package dev.warder.cli.catalogue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.analysis.InvalidDocument;
import dev.warder.analysis.document.DocumentText;
import dev.warder.analysis.openapi.OpenApiDocument;
import dev.warder.analysis.openapi.ServerPaths;
import dev.warder.cli.text.FileFailure;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An OpenAPI document, and the path that stands before its paths. */
final class DocumentOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "DOCUMENT",
      hideParamSyntax = true,
      description = "The OpenAPI 3.0 or 3.1 document, in YAML or JSON.")
  String file = "";

  @Option(
      names = "--base-path",
      paramLabel = "PATH",
      description =
          "The path before all of the document's paths, instead of its servers'; \"\" for none.")
  @Nullable String basePath;

  /** What was read of the file, once: a pipe has it no second time. */
  private @Nullable String text;

  void check() throws NoAnswer {
    if (file.isEmpty()) {
      throw NoAnswer.usage("needs the file of an OpenAPI document: give DOCUMENT");
    }
    ServerPaths unused = paths();
  }

  OpenApiDocument read() throws NoAnswer {
    return read(paths());
  }

  OpenApiDocument read(ServerPaths paths) throws NoAnswer {
    try {
      if (text == null) {
        text = text();
      }
      return OpenApiDocument.parse(file, text, paths);
    } catch (InvalidDocument e) {
      throw CatalogueOption.invalid(e.problems(), file);
    } catch (IOException | InvalidPathException e) {
      throw FileFailure.unreadable(file, e);
    }
  }

  private String text() throws IOException, InvalidDocument {
    try (InputStream stream = Files.newInputStream(Path.of(file))) {
      return DocumentText.read(file, stream);
    }
  }

  @CanIgnoreReturnValue
  private ServerPaths paths() throws NoAnswer {
    if (basePath == null) {
      return ServerPaths.asDocumented();
    }
    try {
      return ServerPaths.replacedBy(basePath);
    } catch (IllegalArgumentException e) {
      throw NoAnswer.usage(
          "--base-path is a path such as /v1, without a slash at its end, not "
              + Shown.quoted(basePath));
    }
  }
}
