package dev.warder.servlet;

import jakarta.servlet.ServletContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A servlet container on a free port of this machine. */
enum Container {
  TOMCAT {
    @Override
    Running start(String contextPath, Consumer<ServletContext> setup) throws Exception {
      Tomcat tomcat = new Tomcat();
      tomcat.setBaseDir(Path.of("target", "tomcat").toAbsolutePath().toString());
      tomcat.setHostname("127.0.0.1");
      tomcat.setPort(0);
      tomcat.getConnector().setProperty("address", "127.0.0.1");
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
    Running start(String contextPath, Consumer<ServletContext> setup) throws Exception {
      Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      ServletContextHandler context =
          new ServletContextHandler(contextPath.isEmpty() ? "/" : contextPath);
      context.addServletContainerInitializer((classes, made) -> setup.accept(made));
      ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
      pages.addErrorPage(ERROR_CODE, ERROR_PAGE);
      context.setErrorHandler(pages);
      server.setHandler(context);
      server.start();
      return new Running(
          ((ServerConnector) server.getConnectors()[0]).getLocalPort(), server::stop);
    }
  };

  private static final int ERROR_CODE = 410;
  private static final String ERROR_PAGE = "/error";

  /** Starts it with what a context is set up with. */
  abstract Running start(String contextPath, Consumer<ServletContext> setup) throws Exception;

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
