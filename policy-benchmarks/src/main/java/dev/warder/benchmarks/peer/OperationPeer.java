package dev.warder.benchmarks.peer;

import static java.util.Objects.requireNonNull;

import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.shiro.authz.Permission;
import org.apache.shiro.authz.permission.WildcardPermission;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;

/** Decides on an operation that is known already, for one holder of capabilities. */
@FunctionalInterface
public interface OperationPeer {
  /** The bit that the mask's holder has. */
  long HELD = 1;

  /** Returns whether the operation is allowed. */
  boolean isAllowed(Operation operation);

  /** Returns one of those that look names up, as the benchmarks call it. */
  static OperationPeer of(String name, Catalogue catalogue, Set<String> held) {
    return switch (name) {
      case "hash-map-of-sets" -> hashMapOfSets(catalogue, held);
      case "spring-has-authority" -> springHasAuthority(catalogue, held);
      case "shiro" -> shiro(catalogue, held);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Returns the test of a bit, worked out for each operation beforehand. */
  static OperationPeer mask(Catalogue catalogue, Set<String> held) {
    long[] masks = new long[catalogue.operations().size()];
    catalogue
        .operations()
        .forEach(o -> masks[o.ordinal()] = WrittenNeeds.of(o).areMetBy(held) ? HELD : 2 * HELD);
    return operation -> (masks[operation.ordinal()] & HELD) != 0;
  }

  /** Returns what most teams write: a map from the operation's name to sets of names. */
  private static OperationPeer hashMapOfSets(Catalogue catalogue, Set<String> held) {
    Set<String> has = new HashSet<>(held);
    Map<String, WrittenNeeds> needs = new HashMap<>();
    catalogue.operations().forEach(o -> needs.put(o.id(), WrittenNeeds.of(o)));
    return operation -> requireNonNull(needs.get(operation.id())).areMetBy(has);
  }

  /** Returns Spring Security's {@code hasAuthority}, of the names that one alternative needs. */
  private static OperationPeer springHasAuthority(Catalogue catalogue, Set<String> held) {
    Authentication holder =
        new TestingAuthenticationToken("holder", "none", held.toArray(String[]::new));
    Map<Operation, List<List<AuthorityAuthorizationManager<Operation>>>> needs =
        needs(catalogue, AuthorityAuthorizationManager::hasAuthority);
    return operation -> {
      for (List<AuthorityAuthorizationManager<Operation>> all :
          requireNonNull(needs.get(operation))) {
        boolean isMet = true;
        for (AuthorityAuthorizationManager<Operation> one : all) {
          AuthorizationResult result = one.authorize(() -> holder, operation);
          isMet &= result != null && result.isGranted();
        }
        if (isMet) {
          return true;
        }
      }
      return false;
    };
  }

  /**
   * Returns Shiro's wildcard permissions, each that is held asked whether it implies what is
   * needed.
   */
  private static OperationPeer shiro(Catalogue catalogue, Set<String> held) {
    List<Permission> has = new ArrayList<>();
    held.forEach(name -> has.add(new WildcardPermission(name)));
    Map<Operation, List<List<Permission>>> needs = needs(catalogue, WildcardPermission::new);
    return operation ->
        requireNonNull(needs.get(operation)).stream()
            .anyMatch(all -> all.stream().allMatch(one -> implies(has, one)));
  }

  /** Returns what each operation needs, with something made of each name. */
  private static <T> Map<Operation, List<List<T>>> needs(
      Catalogue catalogue, Function<String, T> made) {
    Map<Operation, List<List<T>>> needs = new HashMap<>();
    for (Operation operation : catalogue.operations()) {
      List<List<T>> any = new ArrayList<>();
      for (List<String> all : WrittenNeeds.of(operation).alternatives()) {
        List<T> those = new ArrayList<>();
        all.forEach(name -> those.add(made.apply(name)));
        any.add(those);
      }
      needs.put(operation, any);
    }
    return needs;
  }

  private static boolean implies(List<Permission> has, Permission needed) {
    for (Permission permission : has) {
      if (permission.implies(needed)) {
        return true;
      }
    }
    return false;
  }
}
