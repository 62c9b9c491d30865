package dev.warder.servlet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Answers preflights by a {@link CorsPolicy}. The answer is the same for every path. */
final class OwnCors implements Cors {
  private static final String EXPOSED =
      "RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate";

  private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();

  private final CorsPolicy policy;

  OwnCors(CorsPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void answer(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        "Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
    List<String> origins = lines(request, "Origin");
    boolean isAllowed =
        isAllowed(origins)
            && lines(request, "Access-Control-Request-Method").stream()
                .allMatch(policy.methods()::contains)
            && policy.allowsFields(fields(request));
    if (!isAllowed) {
      Cors.refuse(response);
      return;
    }
    response.setHeader("Access-Control-Allow-Origin", policy.allowOrigin(origins.get(0)));
    response.setHeader("Access-Control-Allow-Methods", String.join(", ", policy.methods()));
    if (!policy.fields().isEmpty()) {
      response.setHeader("Access-Control-Allow-Headers", String.join(", ", policy.fields()));
    }
    response.setHeader("Access-Control-Max-Age", Long.toString(policy.age().toSeconds()));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  @Override
  public void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    List<String> origins = lines(request, "Origin");
    response.addHeader("Vary", "Origin");
    if (isAllowed(origins)) {
      response.setHeader("Access-Control-Allow-Origin", policy.allowOrigin(origins.get(0)));
      response.setHeader("Access-Control-Expose-Headers", EXPOSED);
    }
    chain.doFilter(request, response);
  }

  private boolean isAllowed(List<String> origins) {
    return origins.size() == 1 && policy.allowsOrigin(origins.get(0));
  }

  private static ImmutableSet<String> fields(HttpServletRequest request) {
    return lines(request, "Access-Control-Request-Headers").stream()
        .flatMap(COMMAS::splitToStream)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static List<String> lines(HttpServletRequest request, String field) {
    return Collections.list(request.getHeaders(field));
  }
}
