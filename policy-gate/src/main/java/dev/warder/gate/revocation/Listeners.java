package dev.warder.gate.revocation;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Throwables;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The listeners of revocations. */
final class Listeners {
  private final List<Consumer<? super Predicate<? super TokenIdentity>>> listeners =
      new CopyOnWriteArrayList<>();

  /** Adds one, and returns what ends it. */
  Revocations.Listening add(Consumer<? super Predicate<? super TokenIdentity>> listener) {
    // Of its own, so that one added twice is ended once at a time.
    Consumer<Predicate<? super TokenIdentity>> added = requireNonNull(listener)::accept;
    listeners.add(added);
    return () -> listeners.remove(added);
  }

  /** Tells all of them, and then throws what the first threw that did, be it an error. */
  void tell(Predicate<? super TokenIdentity> revoked) {
    Throwable failure = null;
    for (Consumer<? super Predicate<? super TokenIdentity>> listener : listeners) {
      try {
        listener.accept(revoked);
      } catch (Throwable e) {
        failure = first(failure, e);
      }
    }
    if (failure != null) {
      Throwables.throwIfUnchecked(failure);
      throw new AssertionError("a listener throws nothing that is checked", failure);
    }
  }

  private static Throwable first(@Nullable Throwable earlier, Throwable later) {
    if (earlier == null) {
      return later;
    }
    if (earlier != later) {
      earlier.addSuppressed(later);
    }
    return earlier;
  }
}
