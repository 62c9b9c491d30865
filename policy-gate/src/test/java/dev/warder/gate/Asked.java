package dev.warder.gate;

/** Requests of tests, on one line. */
final class Asked {
  private Asked() {}

  static GateRequest request(String authorization, String method, String target, String client) {
    return GateRequest.builder()
        .authorization(authorization)
        .method(method)
        .target(target)
        .client(client)
        .build();
  }
}
