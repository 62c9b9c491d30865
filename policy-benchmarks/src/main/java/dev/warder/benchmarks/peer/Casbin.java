package dev.warder.benchmarks.peer;

import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import java.util.List;
import java.util.Set;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;

/**
 * A policy for each alternative of each operation. Of several capabilities that are needed together
 * a role is made, which the holder has who has all of them.
 */
final class Casbin implements PathPeer {
  private static final String MODEL =
      """
      [request_definition]
      r = sub, obj, act

      [policy_definition]
      p = sub, obj, act

      [role_definition]
      g = _, _

      [policy_effect]
      e = some(where (p.eft == allow))

      [matchers]
      m = r.act == p.act && keyMatch2(r.obj, p.obj) && g(r.sub, p.sub)
      """;

  private final Enforcer enforcer;

  Casbin(List<Operation> operations, Set<String> held) {
    Model model = new Model();
    model.loadModelFromText(MODEL);
    enforcer = new Enforcer(model);
    enforcer.enableLog(false);
    for (Operation operation : operations) {
      String path = path(operation);
      for (List<String> all : WrittenNeeds.of(operation).alternatives()) {
        String role = String.join("+", all);
        boolean unused = enforcer.addPolicy(role, path, operation.method());
        if (held.containsAll(all)) {
          boolean unusedToo = enforcer.addGroupingPolicy("holder", role);
        }
      }
    }
  }

  private static String path(Operation operation) {
    StringBuilder path = new StringBuilder();
    for (PathSegment segment : operation.template().segments()) {
      path.append('/')
          .append(segment instanceof PathSegment.Literal literal ? literal.text() : ":p");
    }
    return path.toString();
  }

  @Override
  public boolean isAllowed(String method, String path) {
    return enforcer.enforce("holder", path, method);
  }
}
