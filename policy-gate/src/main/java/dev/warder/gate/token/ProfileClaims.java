package dev.warder.gate.token;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims of a profile that name somebody or something; no claim may mean two things. */
record ProfileClaims(
    @Nullable ClaimPath account,
    ClaimPath tokenId,
    boolean isTokenIdOptional,
    boolean derivesValueId,
    CapabilityClaim capabilities) {

  /** Returns all that these claims lack. */
  List<ProfileLack> lacks() {
    List<ProfileLack> lacks = new ArrayList<>();
    ClaimPath claim = capabilities.claim();
    if (capabilities.map() != null && capabilities.map().isEmpty()) {
      lacks.add(
          new ProfileLack(
              "map", "say which capabilities the values of " + claim + " stand for (map)"));
    }
    if (derivesValueId && isTokenIdOptional) {
      lacks.add(
          new ProfileLack(
              "valueId",
              "a value without an id of its own needs a claim that names the token (tokenId)"));
    }
    addFixed(lacks);
    if (capabilities.map() == null && (claim.equals(account) || claim.equals(tokenId))) {
      lacks.add(
          new ProfileLack(
              "capabilities",
              claim
                  + " names somebody, and its values would be capabilities: set another claim, or"
                  + " say what they stand for (map)"));
    }
    return lacks;
  }

  /** {@code scope} is text of capabilities, and names nobody. */
  private void addFixed(List<ProfileLack> lacks) {
    Map<String, @Nullable ClaimPath> claims = new LinkedHashMap<>();
    claims.put("account", account);
    claims.put("tokenId", tokenId);
    claims.put("capabilities", capabilities.claim());
    claims.forEach(
        (key, claim) -> {
          boolean isScope = claim != null && claim.isNamed("scope") && !key.equals("capabilities");
          if (claim != null && (isScope || claim.hasMeaningOfItsOwn())) {
            lacks.add(
                new ProfileLack(
                    key, claim + " has a meaning of its own; set another claim (" + key + ")"));
          }
        });
  }
}
