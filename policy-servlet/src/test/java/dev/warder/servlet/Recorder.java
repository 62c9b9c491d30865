package dev.warder.servlet;

import dev.warder.gate.token.AccessToken;
import dev.warder.model.Operation;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Servlets that note that they ran, and in which dispatch, whatever the method. */
final class Recorder {
  private final List<String> runs = new CopyOnWriteArrayList<>();

  List<String> runs() {
    return runs;
  }

  void registerIn(ServletContext context) {
    register(context, "notes", "/v1/notes", "/v1/notes/*");
    register(context, "health", "/health");
    register(context, "assets", "/assets/*");
    register(context, "rest", "/");
  }

  private void register(ServletContext context, String name, String... mappings) {
    ServletRegistration.Dynamic registration = context.addServlet(name, new Recording(name));
    registration.setAsyncSupported(true);
    registration.addMapping(mappings);
  }

  /** One that overrides service, so that no method is refused before it runs. */
  private final class Recording extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final String name;

    Recording(String name) {
      this.name = name;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      runs.add(name + " " + request.getDispatcherType());
      boolean isFirst = request.getDispatcherType() == DispatcherType.REQUEST;
      String how = isFirst ? Optional.ofNullable(request.getHeader("X-How")).orElse("") : "";
      String to = Optional.ofNullable(request.getHeader("X-To")).orElse("/elsewhere");
      switch (how) {
        case "forward" -> request.getRequestDispatcher(to).forward(request, response);
        case "include" -> request.getRequestDispatcher(to).include(request, response);
        case "includes" -> includeEach(request, response, to);
        case "async" -> {
          AsyncContext async = request.startAsync();
          async.dispatch(to);
        }
        case "error" -> response.sendError(HttpServletResponse.SC_GONE);
        default -> response.getWriter().write(text(request));
      }
    }

    /** Includes paths, with spaces between, one after another, also where one is refused. */
    private static void includeEach(
        HttpServletRequest request, HttpServletResponse response, String paths) throws IOException {
      for (String path : paths.split(" ", -1)) {
        try {
          request.getRequestDispatcher(path).include(request, response);
        } catch (ServletException e) {
          response.getWriter().write("refused ");
        }
      }
    }

    private String text(HttpServletRequest request) {
      return String.join(
          " ",
          name,
          request.getDispatcherType().toString(),
          JudgedRequest.token(request).flatMap(AccessToken::account).orElse("-"),
          JudgedRequest.operation(request).map(Operation::id).orElse("-"));
    }
  }
}
