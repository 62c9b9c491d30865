package dev.warder.authority;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warder.gate.GateRequest;
import dev.warder.gate.token.AccessToken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An authority with an account, its members, and a gate that follows, for each test. */
abstract class WithAuthority extends WithStore {
  static final Actor ADMIN = new Actor("u-admin");
  static final Actor OWNER = new Actor("u-owner");
  static final Actor DEVELOPER = new Actor("u-dev");
  static final Actor STRANGER = new Actor("u-x");

  Authority authority;

  WithAuthority(Database database) {
    super(database);
  }

  @BeforeEach
  void makeAuthority() throws Exception {
    authority = new Authority(store, folder.resolve("mark"), () -> NOW);
    authority.accounts.add(OPERATOR, "A", "Account A", ADMIN.user());
    authority.accounts.setRole(ADMIN, "A", OWNER.user(), Role.OWNER);
    authority.accounts.setRole(ADMIN, "A", DEVELOPER.user(), Role.DEVELOPER);
    authority.accounts.setRole(ADMIN, "A", "u-billing", Role.BILLING);
  }

  @AfterEach
  void closeAuthority() {
    authority.close();
  }

  static RefusalReason refusal(ThrowingCallable work) {
    return catchThrowableOfType(Refused.class, work).reason();
  }

  IssuedToken issue(String name) throws Exception {
    return authority.tokens.issue(ADMIN, TokenRequest.of(name, "write:app"));
  }

  AccessToken verified(IssuedToken issued) {
    return authority
        .gate
        .authorize(
            GateRequest.builder()
                .authorization("Bearer " + issued.value())
                .method("GET")
                .target("/v1/me")
                .client("192.0.2.7")
                .build())
        .token()
        .orElseThrow();
  }
}
