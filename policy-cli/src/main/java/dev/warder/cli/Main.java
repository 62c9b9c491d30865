package dev.warder.cli;

/** The program's entry point. */
public final class Main {
  private Main() {}

  /**
   * Runs the program.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.out.println("warder");
  }
}
