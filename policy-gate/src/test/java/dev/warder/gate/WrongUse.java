package dev.warder.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Uses of the library that must not compile. */
public final class WrongUse {
  private WrongUse() {}

  /** Returns the errors that the compiler finds in some statements. */
  public static List<String> errors(Path folder, String parameters, String statements)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("Use.java"),
            "class Use { void use(%s) throws Exception { %s } }".formatted(parameters, statements));
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp", classPath);
      boolean unused =
          compiler
              .getTask(null, files, found, options, null, files.getJavaFileObjects(file))
              .call();
    }
    // A message may have the compiler look at more classes, and report more.
    return List.copyOf(found.getDiagnostics()).stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(each -> each.getMessage(Locale.ROOT))
        .toList();
  }
}
