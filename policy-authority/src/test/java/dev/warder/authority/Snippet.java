package dev.warder.authority;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Statements as a host writes them, in a package of its own. */
final class Snippet {
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private Snippet() {}

  /**
   * Compiles statements to the class {@code Example}, with a method {@code run}.
   *
   * @return what the compiler printed; nothing when it compiled them
   */
  static String compile(String imports, String parameters, String statements, Path to) {
    String source =
        imports
            + "\npublic class Example { public static void run("
            + parameters
            + ") throws Exception {\n"
            + statements
            + "}}\n";
    StringWriter printed = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    boolean isCompiled =
        compiler
            .getTask(
                printed,
                null,
                null,
                List.of("-d", to.toString(), "-cp", CLASS_PATH, "-proc:none"),
                null,
                List.of(file))
            .call();
    return isCompiled ? "" : "does not compile: " + printed;
  }
}
