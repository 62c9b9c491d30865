package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.warder.gate.GateReason;
import dev.warder.gate.GateRequest;
import dev.warder.gate.revocation.RevocationAnswer;
import dev.warder.gate.revocation.TokenIdentity;
import dev.warder.gate.revocation.TokenIdentityBuilder;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was acknowledged of a store's tokens, and whether the store says the same. */
final class Ledger {
  /** What is known of a token; a value's text is not known when it was never acknowledged. */
  private static final class Known {
    final List<String> valueIds = new ArrayList<>();
    final List<String> values = new ArrayList<>();
    boolean isRevoked;

    String lastValueId() {
      return valueIds.get(valueIds.size() - 1);
    }
  }

  private final Map<String, Known> tokens = new LinkedHashMap<>();

  /** How many rows audit and revocations are to have. */
  private long audited;

  private long revocations;

  private Ledger(long audited) {
    this.audited = audited;
  }

  /** Makes the account and the keys that workers need. */
  static Ledger ofNewAccount(Store store) throws Exception {
    Accounts.of(store, new byte[32])
        .add(WithStore.OPERATOR, Operation.ACCOUNT, "Example Ltd", Operation.ADA.user());
    Worker.keys(store);
    return new Ledger(AuditCheck.verify(WithStore.CHAIN, store).count());
  }

  /** Returns the ids of the tokens that are not revoked. */
  List<String> live() {
    return tokens.entrySet().stream()
        .filter(token -> !token.getValue().isRevoked)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns whether somebody has the value that a token was given last. */
  boolean hasValue(String token) {
    Known known = tokens.get(token);
    return known.values.stream().anyMatch(value -> valueId(value).equals(known.lastValueId()));
  }

  /** Notes an answer; returns whether something was done, or there was nothing to do. */
  boolean note(Operation operation, String answer) throws ParseException {
    String[] words = answer.split(" ", -1);
    if (!words[0].equals("done")) {
      return false;
    }
    if (operation.kind().equals("revoke")) {
      revoked(words[1]);
    } else {
      String valueId = SignedJWT.parse(words[2]).getJWTClaimsSet().getJWTID();
      given(operation, words[1], valueId).values.add(words[2]);
    }
    return true;
  }

  private void revoked(String token) {
    Known known = tokens.get(token);
    if (!known.isRevoked) {
      known.isRevoked = true;
      audited++;
      revocations++;
    }
  }

  private Known given(Operation operation, String token, String valueId) {
    Known known = tokens.computeIfAbsent(token, id -> new Known());
    known.valueIds.add(valueId);
    audited++;
    revocations += operation.kind().equals("rotate") ? 1 : 0;
    return known;
  }

  /** Notes what became of an operation that nobody acknowledged; returns whether it was done. */
  boolean settle(Operation operation, Store store) throws StoreFailure {
    for (TokenRow row : rows(store)) {
      Known known = tokens.get(row.id());
      if (known == null) {
        assertThat(operation.kind()).as("what issued %s", row.id()).isEqualTo("issue");
        given(operation, row.id(), row.valueId());
        return true;
      } else if (row.id().equals(operation.token())) {
        return settle(operation, row, known);
      }
    }
    return false;
  }

  private boolean settle(Operation operation, TokenRow row, Known known) {
    if (operation.kind().equals("rotate") && !row.valueId().equals(known.lastValueId())) {
      given(operation, row.id(), row.valueId());
      return true;
    } else if (operation.kind().equals("revoke") && row.revokedAt().isPresent()) {
      revoked(row.id());
      return true;
    }
    return false;
  }

  private static List<TokenRow> rows(Store store) throws StoreFailure {
    return store.read(rows -> rows.tokens().page(Operation.ACCOUNT, 0, 100_000));
  }

  /**
   * Checks that each token's value is the one that was given last, where operations had an order.
   */
  void checkOrder(Store store) throws StoreFailure {
    for (TokenRow row : rows(store)) {
      assertThat(row.valueId()).isEqualTo(tokens.get(row.id()).lastValueId());
    }
  }

  /**
   * Checks that the store has what was acknowledged and nothing else; that of all values of a token
   * one is valid, or none when it is revoked; and that a gate says so too.
   */
  void check(Store store, Authority authority) throws StoreFailure {
    List<TokenRow> rows = rows(store);
    assertThat(rows).extracting(TokenRow::id).containsExactlyInAnyOrderElementsOf(tokens.keySet());
    for (TokenRow row : rows) {
      check(row, tokens.get(row.id()), authority);
    }
    long entries = store.read(read -> read.revocations().page(1, 100_000)).size();
    assertThat(entries).as("revocations").isEqualTo(revocations);
    AuditVerdict audit = AuditCheck.verify(WithStore.CHAIN, store);
    assertThat(audit.isIntact()).isTrue();
    assertThat(audit.count()).as("rows of the audit").isEqualTo(audited);
  }

  private static void check(TokenRow row, Known known, Authority authority) {
    assertThat(row.revokedAt().isPresent()).isEqualTo(known.isRevoked);
    assertThat(known.valueIds).contains(row.valueId());
    List<String> valid = known.isRevoked ? List.of() : List.of(row.valueId());
    assertThat(known.valueIds)
        .as("the values of %s", row.id())
        .filteredOn(id -> ask(authority, row, id) != RevocationAnswer.REVOKED)
        .isEqualTo(valid);
    for (String value : known.values) {
      assertThat(ask(authority, value))
          .isEqualTo(
              valid.contains(valueId(value)) ? GateReason.ALLOWED : GateReason.REVOKED_TOKEN);
    }
  }

  /** Each value is another client's, as one client may come with few that are refused. */
  private static GateReason ask(Authority authority, String value) {
    return authority
        .gate
        .authorize(
            GateRequest.builder()
                .authorization("Bearer " + value)
                .method("PATCH")
                .target("/v1/apps/28AB9a")
                .client("client of " + value)
                .build())
        .reason();
  }

  private static String valueId(String value) {
    try {
      return SignedJWT.parse(value).getJWTClaimsSet().getJWTID();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static RevocationAnswer ask(Authority authority, TokenRow row, String valueId) {
    TokenIdentityBuilder token =
        TokenIdentity.builder()
            .issuer(row.issuer())
            .tokenId(row.id())
            .valueId(valueId)
            .account(row.accountId())
            .user(row.createdBy())
            .issuedAt(row.issuedAt());
    return authority.follower.check(
        row.expiresAt().map(token::expiresAt).orElseGet(token::neverExpiring).build());
  }
}
