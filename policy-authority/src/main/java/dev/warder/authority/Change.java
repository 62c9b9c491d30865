package dev.warder.authority;

/**
 * A change of a store: all of it is done, or when it throws anything, nothing. Others are kept out
 * meanwhile. It may be tried more than once, so it depends on what it reads, and does nothing else
 * that counts.
 */
@FunctionalInterface
interface Change<T> {
  T in(Rows rows) throws StoreFailure;
}
