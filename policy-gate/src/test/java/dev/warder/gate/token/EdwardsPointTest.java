package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EdwardsPointTest {
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  /** The JDK's own answer, which it gives when a signature is made ready. */
  private static boolean isPointOfTheJdk(byte[] point) throws Exception {
    byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + point.length);
    System.arraycopy(point, 0, encoded, PREFIX.length, point.length);
    PublicKey key =
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    try {
      Signature.getInstance("Ed25519").initVerify(key);
      return true;
    } catch (InvalidKeyException e) {
      return false;
    }
  }

  @Test
  void isOnCurve_anyBytes_asTheJdkSays() throws Exception {
    Random random = new Random(25519);
    int on = 0;
    for (int i = 0; i < 200; i++) {
      byte[] point = new byte[32];
      random.nextBytes(point);
      boolean isOn = EdwardsPoint.isOnCurve(point);
      assertThat(isOn).as(HexFormat.of().formatHex(point)).isEqualTo(isPointOfTheJdk(point));
      on += isOn ? 1 : 0;
    }
    assertThat(on).isBetween(60, 140);
  }

  /** The keys of RFC 8032, section 7.1, tests 1 to 3. */
  @Test
  void isOnCurve_keysOfTheStandard_true() {
    for (String key :
        new String[] {
          "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
          "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
          "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
        }) {
      assertThat(EdwardsPoint.isOnCurve(HexFormat.of().parseHex(key))).isTrue();
    }
  }

  @Test
  void isOnCurve_primeOrMore_false() {
    byte[] point = new byte[32];
    Arrays.fill(point, (byte) 0xFF);
    for (int least = 0xED; least <= 0xFF; least++) {
      point[0] = (byte) least;
      point[31] = 0x7F;
      assertThat(EdwardsPoint.isOnCurve(point)).isFalse();
      point[31] = (byte) 0xFF;
      assertThat(EdwardsPoint.isOnCurve(point)).isFalse();
    }
  }
}
