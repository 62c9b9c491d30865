package dev.warder.authority;

import static com.google.common.base.Preconditions.checkArgument;

import dev.warder.gate.revocation.RevocationLog;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The revocations of a store, for its followers. */
final class StoredRevocationLog implements RevocationLog {
  private final Reader store;
  private final Optional<RevocationNews> news;

  /** Reads of the store, as of one moment, for a follower. */
  interface Reader {
    <T> T read(Work<T, RuntimeException> work) throws StoreFailure;
  }

  StoredRevocationLog(Reader store, Optional<RevocationNews> news) {
    this.store = store;
    this.news = news;
  }

  @Override
  public void awaitNews(Duration most) throws InterruptedException {
    if (news.isPresent()) {
      news.get().await(most);
    } else {
      RevocationLog.super.awaitNews(most);
    }
  }

  /** Vouches while the store has the entry, by a transaction that checks place, id and server. */
  @Override
  public String confirm(Progress read) throws IOException {
    try {
      return store.read(
          rows -> {
            Progress found = rows.revocations().progressAt(read.position());
            if (!found.equals(read)) {
              throw rows.revocations().missing(read.position());
            }
            return rows.storeId();
          });
    } catch (StoreFailure e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public List<Entry> read(long from, int most) throws IOException {
    checkArgument(from >= 1 && most >= 1, "from %s, %s at most", from, most);
    List<Entry> entries;
    try {
      entries = store.read(rows -> rows.revocations().page(from, most));
    } catch (StoreFailure e) {
      throw new IOException(e.getMessage(), e);
    }
    long expected = from;
    for (Entry entry : entries) {
      if (entry.position() != expected) {
        throw new IOException("the store has no revocation %d".formatted(expected));
      }
      expected++;
    }
    return entries;
  }
}
