package dev.warder.gate.token;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.model.text.Identifier;
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
  private static final int POINT_BYTES = 32;
  private static final int FEWEST_SECRET_BYTES = 32;
  private static final int MOST_SECRET_BYTES = 1_024;

  private final Map<?, ?> members;
  private final List<String> problems = new ArrayList<>();

  KeyReader(Map<?, ?> members) {
    this.members = members;
  }

  /** Returns all that is wrong; empty when {@link #read} returned a key. */
  ImmutableList<String> problems() {
    return ImmutableList.copyOf(problems);
  }

  Optional<KeyEntry> read() {
    String id = members.get("kid") instanceof String kid && Identifier.isOne(kid) ? kid : null;
    if (id == null) {
      problems.add("`kid` is missing or not text of 1 to 256 characters");
    }
    Algorithm algorithm = algorithm();
    checkUse();
    ImmutableMap<String, String> material =
        algorithm == null ? ImmutableMap.of() : material(algorithm);
    return id == null || algorithm == null || !problems.isEmpty()
        ? Optional.empty()
        : Optional.of(new KeyEntry(id, algorithm, material));
  }

  private @Nullable Algorithm algorithm() {
    Algorithm algorithm =
        members.get("alg") instanceof String code ? Algorithm.ofCode(code).orElse(null) : null;
    if (algorithm == null) {
      problems.add("`alg` is missing or none of " + List.of(Algorithm.values()));
    } else if (!algorithm.keyType().equals(members.get("kty"))) {
      problems.add("`kty` is not `" + algorithm.keyType() + "`, as " + algorithm + " needs");
      return null;
    }
    return algorithm;
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
    if (members.keySet().stream().anyMatch(PRIVATE::contains)) {
      problems.add("it carries a private key; a set to verify by holds public keys only");
    }
    ImmutableMap.Builder<String, String> material = ImmutableMap.builder();
    material.put("kty", algorithm.keyType());
    switch (algorithm) {
      case RS256, PS256 -> rsa(material);
      case ES256 -> {
        curve("P-256", material);
        bytes("x", POINT_BYTES, POINT_BYTES, material);
        bytes("y", POINT_BYTES, POINT_BYTES, material);
      }
      case EDDSA -> {
        curve("Ed25519", material);
        edwardsPoint(bytes("x", POINT_BYTES, POINT_BYTES, material));
      }
      case HS256 -> bytes("k", FEWEST_SECRET_BYTES, MOST_SECRET_BYTES, material);
    }
    return material.buildOrThrow();
  }

  private void edwardsPoint(byte[] point) {
    if (point.length != POINT_BYTES) {
      return; // Which was reported.
    }
    if (EdwardsPoint.isOfSmallOrder(point)) {
      problems.add("`x` is a point of small order, by which anybody can sign");
    } else if (!EdwardsPoint.isOnCurve(point)) {
      problems.add("its numbers are no key for EdDSA");
    }
  }

  private void rsa(ImmutableMap.Builder<String, String> material) {
    BigInteger modulus = number("n", material);
    BigInteger exponent = number("e", material);
    if (modulus.bitLength() < FEWEST_RSA_BITS || modulus.bitLength() > MOST_RSA_BITS) {
      problems.add("`n` is not a modulus of 2048 to 8192 bits");
    } else if (!modulus.testBit(0)) {
      problems.add("`n` is even, which no modulus is");
    }
    boolean isExponent =
        exponent.testBit(0)
            && exponent.compareTo(BigInteger.ONE) > 0
            && exponent.bitLength() <= MOST_EXPONENT_BITS;
    if (!isExponent) {
      problems.add("`e` is not an odd number from 3 to 2^32");
    }
  }

  private BigInteger number(String name, ImmutableMap.Builder<String, String> material) {
    return new BigInteger(1, bytes(name, 1, MOST_RSA_BITS / 8 + 1, material));
  }

  private void curve(String curve, ImmutableMap.Builder<String, String> material) {
    if (!curve.equals(members.get("crv"))) {
      problems.add("`crv` is not `" + curve + "`");
    }
    material.put("crv", curve);
  }

  @CanIgnoreReturnValue
  private byte[] bytes(
      String name, int fewest, int most, ImmutableMap.Builder<String, String> material) {
    String text = members.get(name) instanceof String given ? given : "";
    byte[] bytes = Base64Url.decode(text);
    if (bytes == null || bytes.length < fewest || bytes.length > most) {
      String size = fewest == most ? "" + most : fewest + " to " + most;
      problems.add("`" + name + "` is not " + size + " bytes in canonical base64url");
      return new byte[0];
    }
    material.put(name, text);
    return bytes;
  }
}
