package dev.warder.servlet;

import dev.warder.gate.Gate;
import java.util.function.UnaryOperator;

/** The notes API in a container, behind the filter. */
final class GuardedNotes {
  static final String HTTP = " HTTP/1.1";
  static final String HOST = "Host: api.example.com";

  private GuardedNotes() {}

  /** What a test asks of a container with the filter. */
  @FunctionalInterface
  interface Asking {
    void ask(int port, Recorder recorder) throws Exception;
  }

  /** Runs the API as the root of a container while it is asked. */
  static void in(Container container, UnaryOperator<WarderFilterBuilder> settings, Asking asking)
      throws Exception {
    in(container, "", settings, asking);
  }

  /** Runs the API, as the root of a container, by a gate that is closed then. */
  static void in(
      Container container, Gate gate, UnaryOperator<WarderFilterBuilder> settings, Asking asking)
      throws Exception {
    in(container, "", gate, settings, asking);
  }

  /** Runs the API under a context path while it is asked. */
  static void in(
      Container container,
      String contextPath,
      UnaryOperator<WarderFilterBuilder> settings,
      Asking asking)
      throws Exception {
    in(container, contextPath, Notes.gate().build(), settings, asking);
  }

  private static void in(
      Container container,
      String contextPath,
      Gate gate,
      UnaryOperator<WarderFilterBuilder> settings,
      Asking asking)
      throws Exception {
    Recorder recorder = new Recorder();
    try (gate;
        Container.Running running =
            container.start(
                contextPath,
                context -> {
                  Rewriter.registerIn(context);
                  settings.apply(WarderFilter.builder(gate)).build().registerIn(context);
                  recorder.registerIn(context);
                })) {
      asking.ask(running.port(), recorder);
    }
  }
}
