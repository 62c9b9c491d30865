package dev.warder.authority;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;

/** Connections that tell each statement before it is run. */
final class WatchedConnections {
  private static final Duration WAIT = Duration.ofSeconds(3);

  private WatchedConnections() {}

  /** Opens a store that is like any other, but for the telling. */
  static Store open(String place, Consumer<String> watcher) throws StoreFailure {
    StorePlace parsed = StorePlace.parse(place);
    return Store.open(
        parsed,
        () -> watched(Connection.class, parsed.connect(WAIT), watcher),
        () -> Database.NOW,
        WAIT);
  }

  private static <T> T watched(Class<T> type, T real, Consumer<String> watcher) {
    return type.cast(
        Proxy.newProxyInstance(
            WatchedConnections.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof String sql) {
                watcher.accept(sql);
              }
              Object result = call(real, method, arguments);
              return result instanceof Statement made && !(result instanceof PreparedStatement)
                  ? watched(Statement.class, made, watcher)
                  : result;
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
