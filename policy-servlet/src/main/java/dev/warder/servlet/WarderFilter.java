package dev.warder.servlet;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.warder.engine.Decision;
import dev.warder.engine.Reason;
import dev.warder.gate.Gate;
import dev.warder.gate.GateRequest;
import dev.warder.gate.Outcome;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges each request by a {@link Gate} before any servlet runs, once, whatever dispatches follow,
 * and answers itself what is not let through. What is let through has its outcome in {@link
 * JudgedRequest}. Everything is judged but what {@link WarderFilterBuilder#exclude} names. The host
 * closes the gate. Safe for use by many threads.
 *
 * <pre>{@code
 * WarderFilter.of(gate).registerIn(servletContext);
 * }</pre>
 *
 * <p>Filters that change the method come before this one; it must see what servlets see. A request
 * whose path a filter before this one has changed is refused.
 */
public final class WarderFilter implements Filter {
  private static final AtomicInteger FILTERS = new AtomicInteger();

  /** They end where a servlet goes on that was not judged, and that may dispatch once more. */
  private static final ImmutableSet<DispatcherType> RETURNING =
      Sets.immutableEnumSet(DispatcherType.FORWARD, DispatcherType.INCLUDE);

  /**
   * The attribute that is this filter where it has judged. Another application may have loaded this
   * class anew, so that its filter uses the same name.
   */
  private final String mark = "dev.warder.judged." + FILTERS.incrementAndGet();

  /** That a request was judged, by which filter, and as what. */
  private record Judged(WarderFilter by, Outcome outcome, String method, DispatchPath path) {

    /** A filter between may have made the request another one, which nobody has judged. */
    boolean isOf(HttpServletRequest asked) {
      return asked.getDispatcherType() != DispatcherType.REQUEST
          || (method.equals(asked.getMethod()) && path.equals(DispatchPath.of(asked)));
    }
  }

  private final Gate gate;
  private final Exclusions exclusions;
  private final @Nullable Cors cors;
  private final ClientAddress client;
  private final RequestAccount account;
  private final Function<HttpServletRequest, @Nullable Map<String, ?>> claims;

  WarderFilter(WarderFilterBuilder from) {
    this.gate = from.gate;
    this.exclusions = new Exclusions(from.exclusions.build());
    this.cors = from.cors;
    this.client = from.client();
    this.account = from.account;
    this.claims = from.claims;
  }

  /** Returns a filter that judges every request by a gate. */
  public static WarderFilter of(Gate gate) {
    return builder(gate).build();
  }

  /** Returns a builder of a filter. */
  public static WarderFilterBuilder builder(Gate gate) {
    return new WarderFilterBuilder(gate);
  }

  /**
   * Registers this filter before all that are registered later: for all paths, all kinds of
   * dispatch, and asynchronous servlets.
   *
   * @throws IllegalStateException when the context has been initialized, or has a filter {@code
   *     warder} already, or an exclusion is of an operation's paths
   */
  public void registerIn(ServletContext context) {
    checkExclusions(context);
    FilterRegistration.@Nullable Dynamic registration = context.addFilter("warder", this);
    if (registration == null) {
      throw new IllegalStateException("this context has a filter `warder` already");
    }
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
  }

  /**
   * Checks the exclusions when the container starts.
   *
   * @throws IllegalStateException when one is of an operation's paths
   */
  @Override
  public void init(FilterConfig config) {
    checkExclusions(config.getServletContext());
  }

  /**
   * Checks the exclusions, as {@link #init} does: for a framework that tells what is wrong itself,
   * before the container starts.
   *
   * @throws IllegalStateException when one is of an operation's paths
   */
  public void checkExclusions(ServletContext context) {
    exclusions.check(gate.engine(), context.getContextPath());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest asked)
        || !(response instanceof HttpServletResponse answer)) {
      throw new ServletException("requests of HTTP alone can be judged");
    }
    DispatchPath path = DispatchPath.of(asked);
    boolean isFirst = asked.getDispatcherType() == DispatcherType.REQUEST;
    if ((!isFirst && judged(asked) != null) || isLetThrough(asked, path)) {
      chain.doFilter(request, response);
    } else if (cors == null || !isFirst) {
      judge(asked, path, answer, chain);
    } else if (isAnsweredByCors(asked, path)) {
      cors.answer(asked, answer);
    } else {
      cors.goOn(
          asked,
          answer,
          (next, nextAnswer) -> {
            HttpServletRequest passedOn = (HttpServletRequest) next;
            judge(passedOn, DispatchPath.of(passedOn), (HttpServletResponse) nextAnswer, chain);
          });
    }
  }

  /**
   * Judges a request, and answers nothing: for a framework that asks before it runs a handler. A
   * request is judged and charged once: a later call for it returns the first outcome, and this
   * filter, where it comes later, answers by it. Where a filter between has changed the method or
   * the path, the request is judged anew. A forward or an include from an excluded path is judged
   * each time.
   *
   * @return the outcome, which {@link JudgedRequest} then has too, but of a forward or an include;
   *     nothing for what is excluded, and for a preflight, which this filter has to answer
   */
  public Optional<Outcome> judge(HttpServletRequest request) {
    Outcome before = judged(request);
    if (before != null) {
      return Optional.of(before);
    }
    DispatchPath path = DispatchPath.of(request);
    if (isLetThrough(request, path) || isAnsweredByCors(request, path)) {
      return Optional.empty();
    }
    Outcome outcome = outcome(request, path);
    if (!RETURNING.contains(request.getDispatcherType())) {
      note(request, path, outcome);
    }
    return Optional.of(outcome);
  }

  /** Returns the servlet mappings of what is not judged, as they were set. */
  public List<String> exclusions() {
    return exclusions.texts();
  }

  /** A page that shows an error of a request that was not judged is no operation. */
  private boolean isLetThrough(HttpServletRequest asked, DispatchPath path) {
    return exclusions.cover(gate.engine(), asked, path)
        || (asked.getDispatcherType() == DispatcherType.ERROR
            && Exclusions.isUnknown(gate.engine(), path.uri()));
  }

  /**
   * Where the catalogue has an operation OPTIONS, or the path is not canonical, the gate judges.
   */
  private boolean isAnsweredByCors(HttpServletRequest asked, DispatchPath path) {
    if (cors == null
        || asked.getDispatcherType() != DispatcherType.REQUEST
        || !Cors.isPreflight(asked)) {
      return false;
    }
    Optional<Decision> refusal = gate.engine().match("OPTIONS", path.uri()).refusal();
    return refusal.isPresent() && refusal.get().reason() != Reason.MALFORMED_REQUEST;
  }

  private void judge(
      HttpServletRequest asked, DispatchPath path, HttpServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    Object other = asked.getAttribute(mark);
    Outcome before = judged(asked);
    Outcome outcome = before == null ? outcome(asked, path) : before;
    note(asked, path, outcome);
    try {
      goOnOrDeny(asked, answer, chain, outcome);
    } finally {
      if (RETURNING.contains(asked.getDispatcherType())) {
        asked.setAttribute(mark, other);
      }
    }
  }

  private void note(HttpServletRequest asked, DispatchPath path, Outcome outcome) {
    asked.setAttribute(JudgedRequest.OUTCOME, outcome);
    asked.setAttribute(mark, new Judged(this, outcome, asked.getMethod(), path));
  }

  /** Returns how this filter has judged a request, by this method and path, or null. */
  @SuppressWarnings("ReferenceEquality") // another filter may trust others
  private @Nullable Outcome judged(HttpServletRequest asked) {
    return asked.getAttribute(mark) instanceof Judged judged
            && judged.by == this
            && judged.isOf(asked)
        ? judged.outcome
        : null;
  }

  private static void goOnOrDeny(
      HttpServletRequest asked, HttpServletResponse answer, FilterChain chain, Outcome outcome)
      throws IOException, ServletException {
    if (outcome.isAllowed()) {
      outcome.headers().forEach(answer::setHeader);
      chain.doFilter(asked, answer);
    } else if (asked.getDispatcherType() == DispatcherType.INCLUDE) {
      // An include cannot set the status of the answer that it is a part of.
      throw new ServletException("what is included is not let through: " + outcome.reason());
    } else {
      Denial.send(asked, answer, outcome);
    }
  }

  private Outcome outcome(HttpServletRequest asked, DispatchPath path) {
    Map<String, ?> verified = claims.apply(asked);
    return verified == null
        ? gate.authorize(gateRequest(asked, path, authorization(asked)))
        : gate.authorizeClaimsVerifiedElsewhere(gateRequest(asked, path, null), verified);
  }

  private GateRequest gateRequest(
      HttpServletRequest asked, DispatchPath path, @Nullable String authorization) {
    HttpServletRequest received = DispatchPath.received(asked);
    return GateRequest.builder()
        .authorization(authorization)
        .method(asked.getMethod())
        .target(path.uri())
        .client(client.of(received))
        .requestAccount(account.of(received))
        .build();
  }

  /** Returns the field's value, of several all of them, which no gate takes for a token. */
  private static @Nullable String authorization(HttpServletRequest asked) {
    Enumeration<String> lines = asked.getHeaders("Authorization");
    if (!lines.hasMoreElements()) {
      return null;
    }
    String first = lines.nextElement();
    return lines.hasMoreElements()
        ? first + ", " + String.join(", ", Collections.list(lines))
        : first;
  }
}
