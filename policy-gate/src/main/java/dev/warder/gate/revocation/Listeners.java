package dev.warder.gate.revocation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is told of what was revoked. */
final class Listeners {
  private final List<Consumer<? super Predicate<? super TokenIdentity>>> listeners =
      new CopyOnWriteArrayList<>();

  void add(Consumer<? super Predicate<? super TokenIdentity>> listener) {
    listeners.add(requireNonNull(listener));
  }

  /** Tells all of them, and then throws what the first threw that did. */
  void tell(Predicate<? super TokenIdentity> revoked) {
    RuntimeException failure = null;
    for (Consumer<? super Predicate<? super TokenIdentity>> listener : listeners) {
      try {
        listener.accept(revoked);
      } catch (RuntimeException e) {
        failure = first(failure, e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static RuntimeException first(
      @Nullable RuntimeException earlier, RuntimeException later) {
    if (earlier == null) {
      return later;
    }
    if (earlier != later) {
      earlier.addSuppressed(later);
    }
    return earlier;
  }
}
