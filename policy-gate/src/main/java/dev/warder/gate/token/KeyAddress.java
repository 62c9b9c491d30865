package dev.warder.gate.token;

import dev.warder.gate.fetch.Fetching;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** An address of keys, or of what leads to them. */
record KeyAddress(Fetching fetching, URI address) implements KeyLocation {

  /** Returns what fetches key sets, each within a time. */
  static Fetching within(Duration timeout) {
    return Fetching.within(timeout, KeySet.MOST_BYTES);
  }

  @Override
  public CompletableFuture<HttpResponse<byte[]>> fetch() {
    return fetching.get(address, "Cache-Control", "no-cache");
  }
}
