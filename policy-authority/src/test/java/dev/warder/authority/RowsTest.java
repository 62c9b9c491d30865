package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class RowsTest extends WithStore {
  private static final Instant LATER = NOW.plusSeconds(600);

  RowsTest(Database database) {
    super(database);
  }

  private boolean set(String account, String user, Role role) throws StoreFailure {
    return store.write(
        rows -> {
          rows.members().set(new MemberRow(account, user, role));
          return true;
        });
  }

  private TokenRow get(String id) throws StoreFailure {
    return store.read(rows -> rows.tokens().get(id)).orElseThrow();
  }

  private static List<Long> ordinals(List<TokenRow> tokens) {
    return tokens.stream().map(TokenRow::ordinal).toList();
  }

  @Test
  void accounts_added_readAsTheyWere() throws Exception {
    addAccount("a-1");
    assertThat(one(rows -> rows.accounts().get("a-1"))).contains(account("a-1"));
    assertThat(one(rows -> rows.accounts().get("A-1"))).isEmpty();
  }

  @Test
  void accounts_ofAUser_thoseItIsAMemberOfOldestFirst() throws Exception {
    store.write(
        rows -> {
          rows.accounts().add(new AccountRow("a-1", "x", NOW.plusMillis(1)));
          rows.accounts().add(new AccountRow("a-2", "x", NOW));
          rows.accounts().add(new AccountRow("a-3", "x", NOW));
          return null;
        });
    set("a-1", "u-1", Role.OWNER);
    set("a-2", "u-1", Role.BILLING);
    set("a-3", "u-2", Role.OWNER);
    assertThat(all(rows -> rows.accounts().ofUser("u-1")))
        .extracting(AccountRow::id)
        .containsExactly("a-2", "a-1");
    assertThat(all(rows -> rows.accounts().ofUser("u-3"))).isEmpty();
  }

  @Test
  void members_eachRole_readAsItWasAndReplaced() throws Exception {
    addAccount("a-1");
    for (Role role : Role.values()) {
      set("a-1", "u-1", role);
      assertThat(one(rows -> rows.members().role("a-1", "u-1"))).contains(role);
    }
    assertThat(one(rows -> rows.members().role("a-1", "u-2"))).isEmpty();
  }

  /** As `String` sorts, and not as a language does. */
  @Test
  void members_ofAnAccount_inTheOrderOfTheirIds() throws Exception {
    addAccount("a-1");
    addAccount("a-2");
    for (String user : List.of("b", "a", "B", "-c")) {
      set("a-1", user, Role.ADMIN);
    }
    set("a-2", "d", Role.ADMIN);
    assertThat(all(rows -> rows.members().of("a-1")))
        .extracting(MemberRow::userId)
        .containsExactly("-c", "B", "a", "b");
  }

  @Test
  void members_removed_gone() throws Exception {
    addAccount("a-1");
    set("a-1", "u-1", Role.OWNER);
    assertThat(is(rows -> rows.members().remove("a-1", "u-1"))).isTrue();
    assertThat(is(rows -> rows.members().remove("a-1", "u-1"))).isFalse();
    assertThat(all(rows -> rows.members().of("a-1"))).isEmpty();
  }

  @Test
  void members_ofNoAccount_refused() {
    assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> set("a-1", "u-1", Role.OWNER));
  }

  @Test
  void tokens_added_readAsTheyWere() throws Exception {
    addAccount("a-1");
    TokenRow never = token("a-1", 1, Optional.empty());
    TokenRow full =
        new TokenRow(
            "t-2",
            "a-1",
            2,
            "\"\\\n",
            "u-2",
            NOW,
            List.of("b", "a", "b", "\u00FC\""),
            "i",
            "v-2",
            Optional.empty(),
            NOW.minusSeconds(1),
            Optional.of(Instant.EPOCH.minusMillis(1)),
            Optional.of(NOW),
            Optional.of(LATER));
    store.write(
        rows -> {
          rows.tokens().add(never);
          rows.tokens().add(full);
          return null;
        });
    assertThat(get(never.id())).isEqualTo(never);
    assertThat(get("t-2")).isEqualTo(full);
    assertThat(one(rows -> rows.tokens().get("t-3"))).isEmpty();
  }

  @Test
  void tokens_rotated_valueAndTimesAreOthersTheRestStays() throws Exception {
    addAccount("a-1");
    addTokens("a-1", 1, 1);
    TokenRow before = get("t-a-1-1");
    assertThat(is(rows -> rows.tokens().rotate("t-a-1-1", "v-2", "k-2", LATER, Optional.empty())))
        .isTrue();
    TokenRow after = get("t-a-1-1");
    assertThat(after)
        .usingRecursiveComparison()
        .ignoringFields("valueId", "keyId", "issuedAt", "expiresAt")
        .isEqualTo(before);
    assertThat(after.valueId()).isEqualTo("v-2");
    assertThat(after.issuedAt()).isEqualTo(LATER);
    assertThat(after.expiresAt()).isEmpty();
  }

  @Test
  void tokens_revoked_onceAndForGood() throws Exception {
    addAccount("a-1");
    addTokens("a-1", 1, 1);
    assertThat(is(rows -> rows.tokens().revoke("t-a-1-1", NOW))).isTrue();
    assertThat(is(rows -> rows.tokens().revoke("t-a-1-1", LATER))).isFalse();
    assertThat(is(rows -> rows.tokens().rotate("t-a-1-1", "v-2", "k-2", LATER, Optional.empty())))
        .isFalse();
    assertThat(get("t-a-1-1").revokedAt()).contains(NOW);
    assertThat(get("t-a-1-1").valueId()).isEqualTo("v-t-a-1-1");
  }

  @Test
  void tokens_touched_unlessTheNoteIsNear() throws Exception {
    addAccount("a-1");
    addTokens("a-1", 1, 1);
    assertThat(touch(NOW)).isTrue();
    assertThat(touch(NOW.plusMillis(599_999))).isFalse();
    assertThat(touch(NOW.minusMillis(599_999))).isFalse();
    assertThat(get("t-a-1-1").lastUsedAt()).contains(NOW);
    assertThat(touch(NOW.plusMillis(600_000))).isTrue();
    assertThat(get("t-a-1-1").lastUsedAt()).contains(NOW.plusMillis(600_000));
    assertThat(touch(NOW)).isTrue();
    assertThat(get("t-a-1-1").lastUsedAt()).contains(NOW);
  }

  private boolean touch(Instant at) throws StoreFailure {
    return store.write(
        rows ->
            rows.tokens()
                .touch("https://tokens.example.com", "t-a-1-1", at, Duration.ofMinutes(10)));
  }

  @Test
  void tokens_pages_allOfTheAccountInOrderWhileOthersAreMade() throws Exception {
    addAccount("a-1");
    addAccount("a-2");
    addTokens("a-1", 1, 5);
    addTokens("a-2", 1, 3);
    List<Long> seen = new ArrayList<>();
    List<TokenRow> page = store.read(rows -> rows.tokens().page("a-1", 0, 2));
    for (int more = 6; !page.isEmpty(); more++) {
      assertThat(page).extracting(TokenRow::accountId).containsOnly("a-1");
      seen.addAll(ordinals(page));
      if (more <= 7) {
        addTokens("a-1", more, more);
      }
      long last = page.get(page.size() - 1).ordinal();
      page = store.read(rows -> rows.tokens().page("a-1", last, 2));
    }
    assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void tokens_expiring_fromTheOneInstantAndBeforeTheOther() throws Exception {
    addAccount("a-1");
    addTokens("a-1", 1, 6);
    store.write(
        rows -> {
          rows.tokens().add(token("a-1", 7, Optional.empty()));
          return rows.tokens().revoke("t-a-1-4", NOW);
        });
    Instant second = expiry(3).orElseThrow();
    Instant third = expiry(5).orElseThrow();
    assertThat(ordinals(store.read(rows -> rows.tokens().expiring("a-1", second, third, 9))))
        .containsExactly(3L);
    assertThat(ordinals(store.read(r -> r.tokens().expiring("a-1", NOW, third.plusMillis(1), 9))))
        .containsExactly(1L, 2L, 3L, 5L, 6L);
    assertThat(all(rows -> rows.tokens().expiring("a-1", second.plusMillis(1), third, 9)))
        .isEmpty();
  }

  @Test
  void tokens_expiringInPages_eachOnce() throws Exception {
    addAccount("a-1");
    addTokens("a-1", 1, 6);
    Instant end = expiry(6).orElseThrow();
    List<TokenRow> first = store.read(rows -> rows.tokens().expiring("a-1", NOW, end, 3));
    assertThat(ordinals(first)).containsExactly(1L, 2L, 3L);
    TokenRow last = first.get(2);
    List<TokenRow> rest =
        store.read(
            rows ->
                rows.tokens()
                    .expiringAfter("a-1", last.expiresAt().orElseThrow(), last.id(), end, 3));
    assertThat(ordinals(rest)).containsExactly(4L);
  }

  @Test
  void tokens_sameValueOfOneIssuer_refused() throws Exception {
    addAccount("a-1");
    addTokens("a-1", 1, 2);
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(
            () ->
                store.write(
                    rows ->
                        rows.tokens()
                            .rotate("t-a-1-1", "v-t-a-1-2", "k-2", NOW, Optional.empty())));
  }

  @Test
  void tokens_capabilitiesThatAreNoList_saidToBeDamaged() throws Exception {
    addAccount("a-1");
    addTokens("a-1", 1, 1);
    for (String bad : List.of("", "{}", "[null]", "[1", "[[]]")) {
      database.run(place, "update token set capabilities = '" + bad + "'");
      assertThatExceptionOfType(StoreFailure.class)
          .isThrownBy(() -> get("t-a-1-1"))
          .withMessageContaining("the capabilities of token t-a-1-1")
          .satisfies(e -> assertThat(e.kind()).isEqualTo(StoreFailure.Kind.CORRUPT));
    }
  }

  @Test
  void signingKeys_added_readAsTheyWereInTheOrderTheySign() throws Exception {
    SigningKeyRow next =
        new SigningKeyRow("k-1", "EdDSA", "secret", true, NOW, LATER, Optional.empty());
    SigningKeyRow present =
        new SigningKeyRow("k-2", "ES256", "secret", false, NOW, NOW, Optional.of(LATER));
    store.write(
        rows -> {
          rows.signingKeys().add(next);
          rows.signingKeys().add(present);
          return null;
        });
    assertThat(all(rows -> rows.signingKeys().list())).containsExactly(present, next);
    assertThat(next.toString()).doesNotContain("secret");
  }

  @Test
  void signingKeys_retired_onceAndForGood() throws Exception {
    SigningKeyRow key =
        new SigningKeyRow("k-1", "EdDSA", "secret", true, NOW, NOW, Optional.empty());
    store.write(
        rows -> {
          rows.signingKeys().add(key);
          return null;
        });
    assertThat(is(rows -> rows.signingKeys().retire("k-1", NOW))).isTrue();
    assertThat(is(rows -> rows.signingKeys().retire("k-1", LATER))).isFalse();
    assertThat(all(rows -> rows.signingKeys().list()))
        .extracting(SigningKeyRow::retiredAt)
        .containsExactly(Optional.of(NOW));
  }
}
