package example.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Reads and writes notes. Nothing in its code is about access. */
final class NotesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Notes notes;

  NotesServlet(Notes notes) {
    this.notes = notes;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean isHealth = request.getRequestURI().equals("/health");
    response.getWriter().write(isHealth ? "well" : notes.content(id(request)));
  }

  @Override
  protected void doPut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    notes.write(id(request), new String(request.getInputStream().readAllBytes(), UTF_8));
  }

  private static String id(HttpServletRequest request) {
    return request.getRequestURI().substring("/v1/notes/".length());
  }
}
