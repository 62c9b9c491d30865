package dev.warder.engine;

import dev.warder.engine.ReferenceEvaluator.Holder;
import dev.warder.engine.ReferenceEvaluator.Says;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue with its engine and its reference, and random grants and requests to it: most of them
 * near something that the catalogue has, many of them hostile. Whose a resource is, its id tells.
 */
final class Scenario {
  static final String ACCOUNT = "acc-1";

  private static final List<String> FREE =
      List.of(
          "x",
          "a",
          "@me",
          "*",
          "~",
          "28AB9a",
          "%40me",
          "a%3Ab",
          "a%3ab",
          "a:b",
          "%24x",
          "a%2Bb",
          "caf%C3%A9",
          "Queue%20123",
          "%61",
          "a%2Fb",
          "%2e%2e",
          "..",
          ".",
          "...",
          "",
          "a;b",
          "a?b",
          "%",
          "%4",
          "%zz",
          "%c0%af",
          "%00",
          "a%20",
          "%20a",
          "\u00e9",
          "a b",
          "%E2%80%8B",
          "%25",
          "v1%2E0",
          "%28x%29",
          "%27q%27",
          "a%2Cb",
          "{id}",
          "%7Bid%7D",
          "%C3",
          "%C3%",
          "caf%c3%A9",
          "%F0%9F%98%80",
          "%EF%BF%BF",
          "%EE%80%80",
          "%ED%A0%80",
          "%5C",
          "%3F",
          "%09",
          "\t",
          "\ud800",
          "longer-than-nine-characters");
  private static final List<String> OWNERS =
      List.of(
          ACCOUNT,
          ACCOUNT,
          ACCOUNT,
          "acc-2",
          "app-of-1",
          "unknown",
          "unavailable",
          "throwing",
          "null");
  private static final List<@Nullable String> REQUEST_ACCOUNTS =
      Arrays.asList(
          ACCOUNT, ACCOUNT, ACCOUNT, ACCOUNT, null, "acc-2", "", " ", "Acc-1", "acc-1,acc-1");
  private static final List<String> METHODS =
      List.of(
          "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "get", "", "G T", "G\u00e9T");

  final Catalogue catalogue;
  final PolicyEngine engine;
  final PolicyEngine waived;
  final ReferenceEvaluator reference;
  final ReferenceEvaluator waivedReference;
  private final Random random;

  Scenario(Catalogue catalogue, PathLimits limits, long seed) {
    this.catalogue = catalogue;
    this.random = new Random(seed);
    this.engine = PolicyEngine.compile(catalogue, Scenario::ownership, limits);
    this.waived = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller(), limits);
    this.reference = new ReferenceEvaluator(catalogue, Scenario::says, limits);
    this.waivedReference = new ReferenceEvaluator(catalogue, null, limits);
  }

  static Ownership ownership(String account, String kind, String path, int start, int end) {
    String id = path.substring(start, end);
    if (id.equals("throwing")) {
      throw new IllegalStateException("the store is down");
    }
    return switch (says(account, kind, id)) {
      case YES -> Ownership.OWNED;
      case NO -> Ownership.NOT_OWNED;
      case CANNOT_TELL -> id.equals("null") ? null : Ownership.UNAVAILABLE;
    };
  }

  /** What an account owns is called as it is; but one id is owned as an app alone. */
  private static Says says(String account, String kind, String id) {
    return switch (id) {
      case "unavailable", "throwing", "null" -> Says.CANNOT_TELL;
      case "app-of-1" -> account.equals(ACCOUNT) && kind.equals("app") ? Says.YES : Says.NO;
      default -> id.equals(account) ? Says.YES : Says.NO;
    };
  }

  <T extends @Nullable Object> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  Operation operation() {
    return pick(catalogue.operations());
  }

  /** Returns a grant's data: some capabilities, often all but a few, now and then unknown ones. */
  Holder holder() {
    int much = random.nextInt(4);
    List<String> held = new ArrayList<>();
    for (Capability capability : catalogue.capabilities()) {
      if (random.nextInt(4) < much) {
        held.add(capability.raw());
      }
    }
    if (random.nextInt(4) == 0) {
      held.add("unknown:" + random.nextInt(9));
    }
    return switch (random.nextInt(24)) {
      case 0, 1 -> Holder.ANONYMOUS;
      case 2, 3 -> Holder.of(null, held);
      case 4 -> Holder.of(" ", held);
      default -> Holder.of(ACCOUNT, held);
    };
  }

  Grant grant(PolicyEngine of, Holder holder) {
    if (!holder.hasToken()) {
      return of.anonymous();
    }
    return holder.account() == null
        ? of.grantWithoutAccount(holder.capabilities())
        : of.grant(holder.account(), holder.capabilities());
  }

  /** Returns the account that a request comes with: mostly the right one, now and then none. */
  @Nullable String requestAccount() {
    return pick(REQUEST_ACCOUNTS);
  }

  String method(Operation operation) {
    return random.nextInt(5) > 0 ? operation.method() : pick(METHODS);
  }

  /** Returns a path that the operation's template may match, with parameters of any kind. */
  String path(Operation operation) {
    StringBuilder path = new StringBuilder();
    List<PathSegment> segments = operation.template().segments();
    for (int i = 0; i < segments.size(); i++) {
      path.append('/').append(text(segments.get(i), operation.accountRule().names(i)));
    }
    return random.nextInt(8) == 0 ? damaged(path.toString()) : path.toString();
  }

  private String text(PathSegment segment, boolean isAccount) {
    if (segment instanceof PathSegment.Literal literal) {
      return random.nextInt(12) == 0 ? pick(FREE) : literal.text();
    }
    if (segment instanceof PathSegment.Parameter parameter) {
      return parameter.before() + text(isAccount) + parameter.after();
    }
    StringBuilder spanned = new StringBuilder();
    for (int i = random.nextInt(3); i > 0; i--) {
      spanned.append(text(false)).append('/');
    }
    return spanned + text(false) + ((PathSegment.Span) segment).after();
  }

  private String text(boolean isAccount) {
    return random.nextInt(10) == 0
        ? pick(FREE)
        : isAccount ? pick(OWNERS) : pick(FREE.subList(0, 14));
  }

  private String damaged(String path) {
    int at = random.nextInt(path.length() + 1);
    return switch (random.nextInt(9)) {
      case 0 -> path + "/";
      case 1 -> path.substring(0, at) + "/" + path.substring(at);
      case 2 -> path.substring(0, at);
      case 3 -> path.substring(0, at) + pick(FREE) + path.substring(at);
      case 4 -> path.toUpperCase(Locale.ROOT);
      case 5 -> path + "/x";
      case 6 -> path + "/x".repeat(random.nextInt(40));
      case 7 -> path + "x".repeat(random.nextInt(2_100));
      default -> path.substring(1);
    };
  }
}
