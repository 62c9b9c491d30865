package dev.warder.servlet;

import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What finds the handler of a request in a container. A handler names itself in {@code X-Ran}. */
enum Router {
  /** As lenient frameworks do, behind several mappings of servlets. */
  LENIENT {
    @Override
    void registerIn(ServletContext context, Catalogue catalogue) {
      register(context, "notes", new RoutingServlet(catalogue), "/v1/notes", "/v1/notes/*");
      register(context, "assets", new RoutingServlet(catalogue), "/assets/*", "/health", "*.css");
      register(context, "rest", new RoutingServlet(catalogue), "/");
    }
  },

  /** Spring MVC, whose one servlet has all paths, with a handler for each operation. */
  SPRING_MVC {
    @Override
    void registerIn(ServletContext context, Catalogue catalogue) {
      GenericWebApplicationContext beans = new GenericWebApplicationContext(context);
      beans.registerBean(RequestMappingHandlerMapping.class);
      beans.refresh();
      RequestMappingHandlerMapping mapping = beans.getBean(RequestMappingHandlerMapping.class);
      catalogue.operations().forEach(operation -> map(operation, mapping));
      register(context, "spring", new DispatcherServlet(beans), "/");
    }

    private void map(Operation operation, RequestMappingHandlerMapping mapping) {
      String pattern = operation.template().toString().replace("{path...}", "{*path}");
      RequestMappingInfo info =
          RequestMappingInfo.paths(pattern)
              .methods(RequestMethod.valueOf(operation.method()))
              .options(mapping.getBuilderConfiguration())
              .build();
      mapping.registerMapping(info, new Handler(operation.id()), Handler.method());
    }
  };

  /** The handler of an operation. */
  private record Handler(String id) {
    static Method method() {
      try {
        return Handler.class.getDeclaredMethod("run", HttpServletResponse.class);
      } catch (NoSuchMethodException e) {
        throw new AssertionError(e);
      }
    }

    /** Called by Spring. */
    @SuppressWarnings("unused")
    void run(HttpServletResponse response) {
      response.setHeader("X-Ran", id);
    }
  }

  abstract void registerIn(ServletContext context, Catalogue catalogue);

  private static void register(
      ServletContext context, String name, HttpServlet servlet, String... mappings) {
    context.addServlet(name, servlet).addMapping(mappings);
  }
}
