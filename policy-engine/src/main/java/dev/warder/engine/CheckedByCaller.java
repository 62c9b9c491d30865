package dev.warder.engine;

/** The waiver of owner look-ups; its identity is what counts. */
enum CheckedByCaller implements ResourceOwners {
  WAIVER;

  @Override
  public Ownership ownership(String account, String kind, String path, int start, int end) {
    return Ownership.OWNED;
  }
}
