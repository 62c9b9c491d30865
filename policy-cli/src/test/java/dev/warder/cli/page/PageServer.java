package dev.warder.cli.page;

/** A server that a page starts. It answers until the test ends it. */
interface PageServer {

  /** Returns the line that the server printed when it began to listen. */
  String firstLine();

  /** Stops the server, and fails if it printed anything that the page does not mention. */
  void end() throws Exception;
}
