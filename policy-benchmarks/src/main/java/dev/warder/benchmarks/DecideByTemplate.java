package dev.warder.benchmarks;

import dev.warder.engine.Decision;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.InvalidCatalogue;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How long does a decision take by the sort of template that its path matches? All paths have the
 * same number of characters, and all but the first sort are decided by one catalogue.
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar DecideByTemplate -prof gc</pre>
 */
public class DecideByTemplate extends MeanTime {
  private static final int REQUESTS = 1_024;
  private static final int CHARACTERS = 48;
  private static final String ACCOUNT = "acc7Qx";
  private static final String PLAIN = "/items/{item}";
  private static final List<String> RICHER =
      List.of(
          "/item(id='{item}')",
          "/item(id='{item}'):copy",
          "/tree/{path...}",
          "/root:/{path...}:/content",
          "/root:/{path...}:/parts");

  /**
   * Literals and whole parameters, alone in their catalogue and beside the others; text around a
   * parameter; a spanning parameter at the end; one with text and literals behind it.
   */
  @Param({"plain-alone", "plain", "text", "span", "span-with-text"})
  public String sort;

  /** How many kinds of things the API has, with two operations alone and seven beside others. */
  @Param({"4", "1400"})
  public int kinds;

  private final String[] paths = new String[REQUESTS];
  private PolicyEngine engine;
  private Grant grant;
  private int next;

  /** Makes the requests and checks their answers. */
  @Setup
  public void prepare() throws InvalidCatalogue {
    engine = PolicyEngine.compile(catalogue(), ResourceOwners.checkedByCaller());
    grant = engine.grant(ACCOUNT, List.of("read"));
    Random random = new Random(20_261_130L + kinds);
    String template =
        switch (sort) {
          case "text" -> RICHER.get(1);
          case "span" -> RICHER.get(2);
          case "span-with-text" -> RICHER.get(3);
          default -> PLAIN;
        };
    for (int i = 0; i < REQUESTS; i++) {
      int kind = random.nextInt(kinds);
      paths[i] = path(root(kind) + template, random);
      Decision decision = engine.decide(grant, "GET", paths[i]);
      boolean isOf =
          decision.operation().equals(engine.catalogue().operation(id(root(kind) + template)));
      if (!decision.isAllowed() || !isOf || paths[i].length() != CHARACTERS) {
        throw new IllegalStateException(paths[i] + " was answered " + decision);
      }
    }
  }

  private Catalogue catalogue() throws InvalidCatalogue {
    CatalogueBuilder builder =
        Catalogue.builder("templates")
            .version("1")
            .title("Templates")
            .category("all", "All")
            .capability("read", c -> c.label("Read").category("all"));
    for (int kind = 0; kind < kinds; kind++) {
      add(builder, root(kind));
      add(builder, root(kind) + PLAIN);
      for (String template : sort.equals("plain-alone") ? List.<String>of() : RICHER) {
        add(builder, root(kind) + template);
      }
    }
    return builder.build();
  }

  private static String root(int kind) {
    return "/kind" + kind + "/{account}";
  }

  private static void add(CatalogueBuilder builder, String template) {
    builder.operation(
        id(template),
        o -> o.at("GET", template).summary("Get").account("account").requiresAll("read"));
  }

  private static String id(String template) {
    return "GET:" + template;
  }

  private static String path(String template, Random random) {
    String path = template.replace("{account}", ACCOUNT);
    int open = path.indexOf('{');
    int close = path.indexOf('}');
    StringBuilder stands = new StringBuilder();
    for (int i = CHARACTERS - path.length() + close + 1 - open; i > 0; i--) {
      stands.append((char) ('a' + random.nextInt(26)));
    }
    if (path.contains("...")) {
      for (int i = 5; i < stands.length() - 1; i += 6) {
        stands.setCharAt(i, '/');
      }
    }
    return path.substring(0, open) + stands + path.substring(close + 1);
  }

  /** Decides, with the account in the path compared. */
  @Benchmark
  public Decision decide() {
    return engine.decide(grant, "GET", paths[next++ & (REQUESTS - 1)]);
  }
}
