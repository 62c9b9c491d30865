package dev.warder.gate.token;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Where keys are fetched. */
interface KeyLocation {
  /**
   * Returns the answer that should hold a key set. It fails when there is none in time; with an
   * {@link InvalidKeySet}, when what leads to the keys is not as it should be.
   */
  CompletableFuture<HttpResponse<byte[]>> fetch();
}
