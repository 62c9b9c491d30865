package dev.warder.authority;

/**
 * Something to be read of a store, all of it as of one moment, or to be changed: wholly, or when it
 * throws anything, not at all. It may be done more than once, so it depends on what it reads, and
 * does nothing else that counts.
 *
 * @param <E> what it throws besides: {@link Refused} where rules may refuse it, or else nothing
 */
@FunctionalInterface
interface Work<T, E extends Exception> {
  T in(Rows rows) throws E, StoreFailure;
}
