package dev.warder.authority;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A store on connections that count the rows that prepared statements hand over. */
final class CountedRows {
  private static final Duration WAIT = Duration.ofSeconds(3);

  private final AtomicLong count = new AtomicLong();

  /** Opens a store that is like any other, but for the counting. */
  Store open(String place) throws StoreFailure {
    StorePlace parsed = StorePlace.parse(place);
    return Store.open(
        parsed, () -> counting(Connection.class, parsed.connect(WAIT)), () -> Database.NOW, WAIT);
  }

  /** Something that reads. */
  interface Reading {
    void run() throws Exception;
  }

  /** Returns how many rows it reads. */
  long of(Reading reading) throws Exception {
    long before = count.get();
    reading.run();
    return count.get() - before;
  }

  private <T> T counting(Class<T> type, Object real) {
    return type.cast(
        Proxy.newProxyInstance(
            CountedRows.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object result = call(real, method, arguments);
              if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
                count.incrementAndGet();
              }
              return result instanceof PreparedStatement
                  ? counting(PreparedStatement.class, result)
                  : result instanceof ResultSet ? counting(ResultSet.class, result) : result;
            }));
  }

  private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
