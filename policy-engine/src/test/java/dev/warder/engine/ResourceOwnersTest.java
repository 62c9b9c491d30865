package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceOwnersTest {
  private static Reason reason(ResourceOwners owners, String path) {
    PolicyEngine engine = PolicyEngine.compile(Notes.CATALOGUE, owners);
    return engine.decide(Notes.grant(engine, "read:note"), "GET", path).reason();
  }

  @Test
  void of_ownForeignUnknownAndOtherKind() {
    ResourceOwners owners =
        ResourceOwners.of(Map.of("note", Map.of("n1", "A", "n2", "B"), "file", Map.of("f1", "A")));
    assertThat(reason(owners, "/v1/notes/n1")).isEqualTo(Reason.ALLOWED);
    assertThat(reason(owners, "/v1/notes/n2")).isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(reason(owners, "/v1/notes/n3")).isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(reason(owners, "/v1/notes/f1")).isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(reason(ResourceOwners.of(Map.of()), "/v1/notes/n1")).isEqualTo(Reason.WRONG_ACCOUNT);
  }

  @Test
  void of_mapChangedAfterwards_copyCounts() {
    Map<String, Map<String, String>> map = new HashMap<>();
    map.put("note", new HashMap<>(Map.of("n1", "A")));
    ResourceOwners owners = ResourceOwners.of(map);
    map.get("note").put("n2", "A");
    assertThat(reason(owners, "/v1/notes/n2")).isEqualTo(Reason.WRONG_ACCOUNT);
  }

  @Test
  void ownership_unavailableNullOrThrown_unavailable() {
    assertThat(reason((a, k, p, s, e) -> Ownership.UNAVAILABLE, "/v1/notes/n1"))
        .isEqualTo(Reason.UNAVAILABLE);
    assertThat(reason((a, k, p, s, e) -> null, "/v1/notes/n1")).isEqualTo(Reason.UNAVAILABLE);
    assertThat(
            reason(
                (a, k, p, s, e) -> {
                  throw new IllegalStateException("store is down");
                },
                "/v1/notes/n1"))
        .isEqualTo(Reason.UNAVAILABLE);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Exception> void throwUnchecked(Exception e) throws T {
    throw (T) e;
  }

  @Test
  void ownership_checkedExceptionInDisguise_unavailable() {
    ResourceOwners owners =
        (a, k, p, s, e) -> {
          ResourceOwnersTest.<RuntimeException>throwUnchecked(new IOException("down"));
          return Ownership.OWNED;
        };
    assertThat(reason(owners, "/v1/notes/n1")).isEqualTo(Reason.UNAVAILABLE);
  }

  @Test
  void ownership_errorThrown_noDecisionIsMade() {
    ResourceOwners owners =
        (a, k, p, s, e) -> {
          throw new OutOfMemoryError("in a test");
        };
    assertThatThrownBy(() -> reason(owners, "/v1/notes/n1"))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("in a test");
  }

  @Test
  void checkedByCaller_askedDirectly_owned() {
    ResourceOwners waiver = ResourceOwners.checkedByCaller();
    assertThat(waiver.ownership("A", "note", "/n2", 1, 3)).isEqualTo(Ownership.OWNED);
  }

  @Test
  void owners_null_refused() {
    assertThatNullPointerException().isThrownBy(() -> PolicyEngine.compile(Notes.CATALOGUE, null));
    PolicyEngine engine = Notes.engine();
    Match match = engine.match("GET", "/v1/me");
    assertThatNullPointerException()
        .isThrownBy(() -> engine.decide(Notes.grant(engine), match, null));
  }

  @Test
  void ownership_question_isTheRegionOfThePath() {
    List<String> asked = new ArrayList<>();
    ResourceOwners owners =
        (account, kind, path, start, end) -> {
          asked.add(account + " " + kind + " " + path.substring(start, end));
          return Ownership.OWNED;
        };
    assertThat(reason(owners, "/v1/notes/n7")).isEqualTo(Reason.ALLOWED);
    assertThat(asked).containsExactly("A note n7");
  }

  @Test
  void ownership_notNeeded_notAsked() {
    PolicyEngine engine =
        PolicyEngine.compile(
            Notes.CATALOGUE,
            (a, k, p, s, e) -> {
              throw new AssertionError("asked");
            });
    assertThat(engine.decide(engine.anonymous(), "GET", "/v1/notes/n1").reason())
        .isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(engine.decide(Notes.grant(engine), "DELETE", "/v1/notes/n1").reason())
        .isEqualTo(Reason.UNMAPPED_OPERATION);
    assertThat(engine.decide(Notes.grant(engine), "GET", "/v1/accounts/A/notes").reason())
        .isEqualTo(Reason.MISSING_CAPABILITY);
  }
}
