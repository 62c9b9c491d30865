package dev.warder.benchmarks;

/** A program that does nothing: what a JVM takes to start and to end. */
public final class BareStart {
  private BareStart() {}

  /**
   * Does nothing.
   *
   * @param arguments are not looked at
   */
  public static void main(String... arguments) {}
}
