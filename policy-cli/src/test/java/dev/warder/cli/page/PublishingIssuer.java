package dev.warder.cli.page;

import dev.warder.cli.issuer.IssuerServer;
import java.io.IOException;

/** The issuer that a page asks, which publishes the key set that the page shows. */
final class PublishingIssuer implements PageServer {
  static final String KEY_SET = "keys.json";

  private final IssuerServer server;

  PublishingIssuer(DocPage page) throws IOException {
    Block keys =
        page.blocks().stream()
            .filter(block -> block.name().equals(KEY_SET))
            .findFirst()
            .orElseThrow();
    server = new IssuerServer(keys.text());
  }

  @Override
  public String firstLine() {
    return "at " + server.address();
  }

  @Override
  public void end() {
    server.close();
  }
}
