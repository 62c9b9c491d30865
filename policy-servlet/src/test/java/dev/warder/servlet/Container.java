package dev.warder.servlet;

import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** A servlet container on a free port of this machine. */
enum Container {
  TOMCAT {
    @Override
    Running start(String contextPath, @Nullable Executor threads, Consumer<ServletContext> setup)
        throws Exception {
      Tomcat tomcat = new Tomcat();
      tomcat.setBaseDir(Path.of("target", "tomcat").toAbsolutePath().toString());
      tomcat.setHostname("127.0.0.1");
      tomcat.setPort(0);
      tomcat.getConnector().setProperty("address", "127.0.0.1");
      tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
      if (threads != null) {
        tomcat.getConnector().getProtocolHandler().setExecutor(threads);
      }
      Context context = tomcat.addContext(contextPath, null);
      context.addServletContainerInitializer((classes, made) -> setup.accept(made), Set.of());
      ErrorPage page = new ErrorPage();
      page.setErrorCode(ERROR_CODE);
      page.setLocation(ERROR_PAGE);
      context.addErrorPage(page);
      tomcat.start();
      if (!context.getState().isAvailable()) {
        tomcat.destroy();
        throw new IllegalStateException("the context has not started");
      }
      return new Running(
          tomcat.getConnector().getLocalPort(),
          () -> {
            tomcat.stop();
            tomcat.destroy();
          });
    }
  },

  JETTY {
    @Override
    Running start(String contextPath, @Nullable Executor threads, Consumer<ServletContext> setup)
        throws Exception {
      QueuedThreadPool pool = new QueuedThreadPool();
      pool.setVirtualThreadsExecutor(threads);
      Server server = new Server(pool);
      ServerConnector connector = new ServerConnector(server);
      connector.setHost("127.0.0.1");
      server.addConnector(connector);
      ServletContextHandler context =
          new ServletContextHandler(contextPath.isEmpty() ? "/" : contextPath);
      context.addServletContainerInitializer((classes, made) -> setup.accept(made));
      ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
      pages.addErrorPage(ERROR_CODE, ERROR_PAGE);
      context.setErrorHandler(pages);
      server.setHandler(context);
      server.start();
      return new Running(connector.getLocalPort(), server::stop);
    }
  };

  private static final int ERROR_CODE = 410;
  private static final String ERROR_PAGE = "/error";

  /** Starts it with what a context is set up with. */
  Running start(String contextPath, Consumer<ServletContext> setup) throws Exception {
    return start(contextPath, null, setup);
  }

  /** Starts it with what runs servlets: threads of its own where that is null. */
  abstract Running start(
      String contextPath, @Nullable Executor threads, Consumer<ServletContext> setup)
      throws Exception;

  /** Ends a container. */
  interface Ending {
    void end() throws Exception;
  }

  /** A container that runs until it is closed. */
  record Running(int port, Ending ending) implements AutoCloseable {
    @Override
    public void close() {
      try {
        ending.end();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }
}
