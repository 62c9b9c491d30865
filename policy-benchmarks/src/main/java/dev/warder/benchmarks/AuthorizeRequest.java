package dev.warder.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.GateRequest;
import dev.warder.gate.Outcome;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.KeySet;
import dev.warder.model.ControlApi;
import dev.warder.model.Limits;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How long does a gate take for a request whose token was seen before, by what comes of it? The
 * text of the field is another object than the one that was seen, as a server's is. For more
 * threads at once, on the same tokens and the same account: {@code -t 2}.
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar AuthorizeRequest -prof gc</pre>
 */
@State(Scope.Benchmark)
public class AuthorizeRequest extends MeanTime {
  private static final int TOKENS = 64;
  private static final int UNREACHED = 1_000_000_000;

  /** Where a thread is among the tokens. */
  @State(Scope.Thread)
  public static class Turn {
    private int next;
  }

  /** What comes of each request. */
  @Param({"allowed", "missing-capability", "revoked-token", "token-limit"})
  public String outcome;

  private final String[] fields = new String[TOKENS];
  private Gate gate;

  /**
   * Makes gate and tokens, has each token seen, and checks what comes of it.
   *
   * @throws Exception when they cannot be made
   */
  @Setup
  public void prepare() throws Exception {
    SignedTokens signed = new SignedTokens(Algorithm.HS256);
    InstantSource clock = new SystemMillis(SignedTokens.ISSUED);
    RevocationSet revocations = RevocationSet.create(clock, new SecureRandom());
    int ofToken = outcome.equals("token-limit") ? 1 : UNREACHED;
    gate =
        Gate.builder()
            .catalogue(ControlApi.catalogue(), ResourceOwners.checkedByCaller())
            .tokens(SignedTokens.verifier(KeySet.parse(signed.keySet())).keepSeenTokens(2 * TOKENS))
            .revocations(revocations)
            .limits(Limits.NONE.withAccount(UNREACHED).withToken(ofToken).withClient(UNREACHED))
            .clock(clock)
            .build();
    for (int i = 0; i < TOKENS; i++) {
      byte[] field = ("Bearer " + signed.token(i)).getBytes(ISO_8859_1);
      Outcome first = ask(new String(field, ISO_8859_1));
      fields[i] = new String(field, ISO_8859_1);
      if (outcome.equals("revoked-token")) {
        String id = first.token().orElseThrow().tokenId();
        revocations.revoke(new Revocation.OfToken(SignedTokens.ISSUER, id));
      }
      if (!ask(fields[i]).reason().code().equals(outcome)) {
        throw new AssertionError(ask(fields[i]));
      }
    }
  }

  private Outcome ask(String field) {
    String target =
        outcome.equals("missing-capability") ? "/v1/apps/28AB9a/stats" : "/v1/apps/28AB9a";
    String method = outcome.equals("missing-capability") ? "GET" : "PATCH";
    return gate.authorize(
        GateRequest.builder()
            .authorization(field)
            .method(method)
            .target(target)
            .client("192.0.2.7")
            .build());
  }

  /** Returns what comes of a request with the next token. */
  @Benchmark
  public Outcome authorize(Turn turn) {
    return ask(fields[turn.next++ & (TOKENS - 1)]);
  }

  /** The system's clock, set back to when the tokens were issued; reading it costs the same. */
  private record SystemMillis(long offsetMillis) implements InstantSource {
    SystemMillis {
      offsetMillis = offsetMillis * 1_000 - System.currentTimeMillis();
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
      return System.currentTimeMillis() + offsetMillis;
    }
  }
}
