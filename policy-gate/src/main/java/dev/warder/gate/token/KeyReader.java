package dev.warder.gate.token;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.model.text.Identifier;
import dev.warder.model.text.Quoted;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one key of a key set (RFC 7517, section 4), and says all that is wrong with it. */
final class KeyReader {
  private static final ImmutableSet<String> PRIVATE =
      ImmutableSet.of("d", "p", "q", "dp", "dq", "qi", "oth");
  private static final int FEWEST_RSA_BITS = 2_048;
  private static final int MOST_RSA_BITS = 8_192;
  private static final int MOST_EXPONENT_BITS = 32;
  private static final int MOST_SECRET_BYTES = 1_024;
  private static final int MOST_SHOWN = 32;

  private final Map<?, ?> members;
  private final KeyRules rules;
  private final List<String> problems = new ArrayList<>();
  private boolean isFault;

  KeyReader(Map<?, ?> members, KeyRules rules) {
    this.members = members;
    this.rules = rules;
  }

  /** Returns all that is wrong; empty when {@link #read} returned a key. */
  ImmutableList<String> problems() {
    return ImmutableList.copyOf(problems);
  }

  /** Returns whether something is wrong in the key itself. */
  boolean isFault() {
    return isFault;
  }

  /** Returns the key's id, or null where it has none that is one. */
  @Nullable String id() {
    return members.get("kid") instanceof String kid && Identifier.isOne(kid) ? kid : null;
  }

  Optional<KeyEntry> read() {
    checkId();
    checkSecrecy();
    checkUse();
    Algorithm algorithm = algorithm();
    ImmutableMap<String, String> material =
        algorithm == null ? ImmutableMap.of() : material(algorithm);
    if (algorithm == null && "RSA".equals(members.get("kty"))) {
      rsa(ImmutableMap.builder());
    }
    String id = id();
    return algorithm == null || !problems.isEmpty()
        ? Optional.empty()
        : Optional.of(new KeyEntry(id == null ? KeyEntry.NO_ID : id, algorithm, material));
  }

  private void checkId() {
    if (id() == null && !(rules.isWithoutId() && !members.containsKey("kid"))) {
      problems.add("`kid` is missing or not text of 1 to 256 characters");
    }
  }

  /** Whatever a key is for: it is a fault that a secret is published. */
  private void checkSecrecy() {
    if (members.keySet().stream().anyMatch(PRIVATE::contains)) {
      fault("it carries a private key; a set to verify by holds public keys only");
    }
    if (rules.isPublic() && "oct".equals(members.get("kty"))) {
      fault("a secret is published at an address, so it is none");
    }
  }

  private @Nullable Algorithm algorithm() {
    if (!members.containsKey("alg") && rules.areWithoutAlgorithm()) {
      Algorithm only = rules.only(members.get("kty"), members.get("crv")).orElse(null);
      if (only == null) {
        problems.add("`alg` is missing, and not one alone of the algorithms is for such a key");
      }
      return only;
    }
    Algorithm algorithm =
        members.get("alg") instanceof String code ? Algorithm.ofCode(code).orElse(null) : null;
    if (algorithm == null) {
      problems.add("`alg` is " + otherAlgorithm());
      return null;
    }
    if (!rules.algorithms().contains(algorithm)) {
      problems.add("`alg` is `" + algorithm + "`; the profile accepts " + rules.algorithms());
      return null;
    }
    if (!algorithm.keyType().equals(members.get("kty"))) {
      fault("`kty` is not `" + algorithm.keyType() + "`, as " + algorithm + " needs");
      return null;
    }
    return algorithm;
  }

  private String otherAlgorithm() {
    if (!members.containsKey("alg")) {
      return "missing";
    }
    return members.get("alg") instanceof String code
        ? "`" + Quoted.atMost(MOST_SHOWN, code) + "`, which verifies no tokens here"
        : "not text";
  }

  private void fault(String problem) {
    problems.add(problem);
    isFault = true;
  }

  private void checkUse() {
    if (members.containsKey("use") && !"sig".equals(members.get("use"))) {
      problems.add("`use` is not `sig`");
    }
    if (members.containsKey("key_ops")
        && !(members.get("key_ops") instanceof List<?> list && list.contains("verify"))) {
      problems.add("`key_ops` does not hold `verify`");
    }
  }

  private ImmutableMap<String, String> material(Algorithm algorithm) {
    ImmutableMap.Builder<String, String> material = ImmutableMap.builder();
    material.put("kty", algorithm.keyType());
    switch (algorithm.keyType()) {
      case "RSA" -> rsa(material);
      case "EC" -> {
        curve(algorithm, material);
        coordinate("x", algorithm, material);
        coordinate("y", algorithm, material);
      }
      case "OKP" -> {
        curve(algorithm, material);
        edwardsPoint(coordinate("x", algorithm, material), algorithm);
      }
      default -> secret(algorithm, material);
    }
    return material.buildOrThrow();
  }

  /** RFC 7518, section 3.2: a secret has at least as many bits as the hash. */
  private void secret(Algorithm algorithm, ImmutableMap.Builder<String, String> material) {
    bytes("k", algorithm.hashBits() / Byte.SIZE, MOST_SECRET_BYTES, material);
  }

  private void edwardsPoint(byte[] point, Algorithm algorithm) {
    if (point.length != algorithm.coordinateBytes()) {
      return; // Which was reported.
    }
    if (EdwardsPoint.isOfSmallOrder(point)) {
      fault("`x` is a point of small order, by which anybody can sign");
    } else if (!EdwardsPoint.isOnCurve(point)) {
      fault("its numbers are no key for " + algorithm);
    }
  }

  private void rsa(ImmutableMap.Builder<String, String> material) {
    BigInteger modulus = number("n", material);
    BigInteger exponent = number("e", material);
    if (modulus.bitLength() < FEWEST_RSA_BITS || modulus.bitLength() > MOST_RSA_BITS) {
      fault("`n` is not a modulus of 2048 to 8192 bits");
    } else if (!modulus.testBit(0)) {
      fault("`n` is even, which no modulus is");
    } else if (RocaFingerprint.isOf(modulus)) {
      fault("`n` was made by a library whose keys can be factored (CVE-2017-15361)");
    }
    boolean isExponent =
        exponent.testBit(0)
            && exponent.compareTo(BigInteger.ONE) > 0
            && exponent.bitLength() <= MOST_EXPONENT_BITS;
    if (!isExponent) {
      fault("`e` is not an odd number from 3 to 2^32");
    }
  }

  private BigInteger number(String name, ImmutableMap.Builder<String, String> material) {
    return new BigInteger(1, bytes(name, 1, MOST_RSA_BITS / 8 + 1, material));
  }

  private void curve(Algorithm algorithm, ImmutableMap.Builder<String, String> material) {
    if (!algorithm.curve().equals(members.get("crv"))) {
      fault("`crv` is not `" + algorithm.curve() + "`");
    }
    material.put("crv", algorithm.curve());
  }

  @CanIgnoreReturnValue
  private byte[] coordinate(
      String name, Algorithm algorithm, ImmutableMap.Builder<String, String> material) {
    return bytes(name, algorithm.coordinateBytes(), algorithm.coordinateBytes(), material);
  }

  @CanIgnoreReturnValue
  private byte[] bytes(
      String name, int fewest, int most, ImmutableMap.Builder<String, String> material) {
    String text = members.get(name) instanceof String given ? given : "";
    byte[] bytes = Base64Url.decode(text);
    if (bytes == null || bytes.length < fewest || bytes.length > most) {
      String size = fewest == most ? "" + most : fewest + " to " + most;
      fault("`" + name + "` is not " + size + " bytes in canonical base64url");
      return new byte[0];
    }
    material.put(name, text);
    return bytes;
  }
}
