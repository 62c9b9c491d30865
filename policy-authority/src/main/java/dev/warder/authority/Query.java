package dev.warder.authority;

/** Something to be read of a store, all of it as of one moment. It may be asked more than once. */
@FunctionalInterface
interface Query<T> {
  T of(Rows rows) throws StoreFailure;
}
