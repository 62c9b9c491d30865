package dev.warder.cli.catalogue;

import static dev.warder.cli.Run.warder;

import dev.warder.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** An OpenAPI document in a folder of the test, and runs that name it. */
abstract class WithDocument {
  static final String DOCUMENT =
      """
      openapi: 3.1.0
      info: {title: Notes, version: "1"}
      servers: [{url: "https://notes.example.com/v1"}]
      paths:
        /notes/{note}:
          get: {operationId: get-note, security: [{oauth: [read]}, {key: []}]}
          patch: {operationId: "patch\\e", security: []}
        "/notes/{note}:{lock}":
          put: {security: [{oauth: [write]}]}
      """;

  @TempDir Path folder;

  String file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** Returns what a run printed, without the folder's name. */
  Run run(List<String> args) {
    Run run = warder(args.toArray(String[]::new));
    String prefix = folder + "/";
    return new Run(run.exitCode(), run.out().replace(prefix, ""), run.err().replace(prefix, ""));
  }
}
