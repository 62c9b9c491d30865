package dev.warder.benchmarks.peer;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.Context;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A policy for each operation, over the segments of the path as the request's context; capabilities
 * are groups that the holder is in.
 */
final class Cedar implements PathPeer {
  private static final EntityTypeName USER = type("User");
  private static final EntityTypeName ACTION = type("Action");
  private static final EntityTypeName API = type("Api");

  private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
  private final PolicySet policies;
  private final Entities entities;
  private final EntityUID holder = USER.of("holder");
  private final EntityUID api = API.of("api");

  Cedar(List<Operation> operations, Set<String> held) throws Exception {
    Set<Policy> all = new HashSet<>();
    for (Operation operation : operations) {
      all.add(new Policy(policy(operation), "p" + operation.ordinal()));
    }
    policies = new PolicySet(all);
    policies.cache();
    Set<EntityUID> groups = new HashSet<>();
    held.forEach(capability -> groups.add(type("Capability").of(capability)));
    Set<Entity> known = new HashSet<>();
    known.add(new Entity(holder, groups));
    groups.forEach(group -> known.add(new Entity(group)));
    entities = new Entities(known);
  }

  private static EntityTypeName type(String name) {
    return EntityTypeName.parse(name).orElseThrow();
  }

  private static String policy(Operation operation) {
    StringBuilder when = new StringBuilder();
    List<PathSegment> segments = operation.template().segments();
    when.append("context.count == ").append(segments.size());
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i) instanceof PathSegment.Literal literal) {
        when.append(" && context.s%d == \"%s\"".formatted(i, literal.text()));
      }
    }
    StringBuilder any = new StringBuilder("false");
    for (List<String> all : WrittenNeeds.of(operation).alternatives()) {
      any.append(" || (true");
      all.forEach(name -> any.append(" && principal in Capability::\"%s\"".formatted(name)));
      any.append(')');
    }
    return "permit(principal, action == Action::\"%s\", resource) when { %s && (%s) };"
        .formatted(operation.method(), when, any);
  }

  @Override
  public boolean isAllowed(String method, String path) {
    String[] segments = path.substring(1).split("/", -1);
    Map<String, Value> context = new HashMap<>();
    context.put("count", new PrimLong(segments.length));
    for (int i = 0; i < segments.length; i++) {
      context.put("s" + i, new PrimString(segments[i]));
    }
    try {
      return engine
          .isAuthorized(
              new AuthorizationRequest(holder, ACTION.of(method), api, new Context(context)),
              policies,
              entities)
          .success
          .orElseThrow()
          .isAllowed();
    } catch (AuthException e) {
      throw new IllegalStateException(e);
    }
  }
}
