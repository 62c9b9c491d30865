package dev.warder.benchmarks.peer;

import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.access.intercept.RequestMatcherDelegatingAuthorizationManager;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.util.ServletRequestPathUtils;

/** What stands behind {@code authorizeHttpRequests}; one request object is used again and again. */
final class SpringSecurity implements PathPeer {
  private final RequestMatcherDelegatingAuthorizationManager manager;
  private final Authentication holder;
  private final MockHttpServletRequest request = new MockHttpServletRequest();

  SpringSecurity(List<Operation> operations, Set<String> held) {
    RequestMatcherDelegatingAuthorizationManager.Builder builder =
        RequestMatcherDelegatingAuthorizationManager.builder();
    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
    for (Operation operation : operations) {
      builder.add(
          paths.matcher(HttpMethod.valueOf(operation.method()), operation.template().toString()),
          manager(WrittenNeeds.of(operation)));
    }
    this.manager = builder.build();
    this.holder = new TestingAuthenticationToken("holder", "none", held.toArray(String[]::new));
  }

  private static AuthorizationManager<RequestAuthorizationContext> manager(WrittenNeeds needs) {
    List<AuthorizationManager<RequestAuthorizationContext>> any = new ArrayList<>();
    for (List<String> all : needs.alternatives()) {
      any.add(all.size() == 1 ? AuthorityAuthorizationManager.hasAuthority(all.get(0)) : all(all));
    }
    return any.size() == 1 ? any.get(0) : anyOf(any);
  }

  private static AuthorizationManager<RequestAuthorizationContext> all(List<String> names) {
    List<AuthorizationManager<RequestAuthorizationContext>> all = new ArrayList<>();
    names.forEach(name -> all.add(AuthorityAuthorizationManager.hasAuthority(name)));
    return AuthorizationManagers.allOf(new AuthorizationDecision(true), array(all));
  }

  private static AuthorizationManager<RequestAuthorizationContext> anyOf(
      List<AuthorizationManager<RequestAuthorizationContext>> any) {
    return AuthorizationManagers.anyOf(new AuthorizationDecision(false), array(any));
  }

  @SuppressWarnings("unchecked") // of an array that is made here
  private static AuthorizationManager<RequestAuthorizationContext>[] array(
      List<AuthorizationManager<RequestAuthorizationContext>> managers) {
    return managers.toArray(AuthorizationManager[]::new);
  }

  @Override
  public boolean isAllowed(String method, String path) {
    request.setMethod(method);
    request.setRequestURI(path);
    ServletRequestPathUtils.clearParsedRequestPath(request);
    AuthorizationResult result = manager.authorize(() -> holder, request);
    return result != null && result.isGranted();
  }
}
