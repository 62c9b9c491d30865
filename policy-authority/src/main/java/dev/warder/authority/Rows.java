package dev.warder.authority;

import java.time.Instant;

/** All that a store keeps, within one transaction. Instants are kept to the millisecond. */
final class Rows {
  private final Instant now;
  private final String storeId;
  private final AccountRows accounts;
  private final MemberRows members;
  private final TokenRows tokens;
  private final RevocationRows revocations;
  private final AuditRows audit;
  private final SigningKeyRows signingKeys;

  Rows(Statements statements, Instant now, String storeId) {
    this.now = now;
    this.storeId = storeId;
    accounts = new AccountRows(statements);
    members = new MemberRows(statements);
    tokens = new TokenRows(statements);
    revocations = new RevocationRows(statements, now);
    audit = new AuditRows(statements, now, storeId);
    signingKeys = new SigningKeyRows(statements);
  }

  /** Returns when this began by the store's clock, to the millisecond. */
  Instant now() {
    return now;
  }

  /** Returns the store's random id, which was made with it and which each copy of it has. */
  String storeId() {
    return storeId;
  }

  AccountRows accounts() {
    return accounts;
  }

  MemberRows members() {
    return members;
  }

  TokenRows tokens() {
    return tokens;
  }

  RevocationRows revocations() {
    return revocations;
  }

  AuditRows audit() {
    return audit;
  }

  SigningKeyRows signingKeys() {
    return signingKeys;
  }
}
