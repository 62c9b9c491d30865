package dev.warder.authority;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;

/** Changes and queries of a store that may refuse; when one does, nothing is changed. */
final class Ruled {
  private final Store store;

  Ruled(Store store) {
    this.store = store;
  }

  /** Returns the time by the store's clock. */
  Instant now() {
    return store.now();
  }

  /** Something that the rules allow or refuse. */
  @FunctionalInterface
  interface Work<T> {
    T in(Rows rows) throws Refused, StoreFailure;
  }

  /** Carries a refusal out of a transaction, which is rolled back for it. */
  private static final class Carrier extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Refused refused;

    Carrier(Refused refused) {
      super(null, refused, false, false);
      this.refused = refused;
    }
  }

  @CanIgnoreReturnValue
  <T> T write(Work<T> work) throws Refused, StoreFailure {
    try {
      return store.write(rows -> carrying(work, rows));
    } catch (Carrier e) {
      throw e.refused;
    }
  }

  <T> T read(Work<T> work) throws Refused, StoreFailure {
    try {
      return store.read(rows -> carrying(work, rows));
    } catch (Carrier e) {
      throw e.refused;
    }
  }

  private static <T> T carrying(Work<T> work, Rows rows) throws StoreFailure {
    try {
      return work.in(rows);
    } catch (Refused e) {
      throw new Carrier(e);
    }
  }
}
