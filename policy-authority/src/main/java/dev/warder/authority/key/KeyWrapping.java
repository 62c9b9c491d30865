package dev.warder.authority.key;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In which form signing keys are stored: encrypted by a key that is kept elsewhere, or, by a long
 * name, as they are. Immutable and safe for use by many threads.
 *
 * <p>A key is encrypted by AES-256-GCM, bound to its id and algorithm: stored under another id it
 * cannot be read. Who can write to the store can still take keys away, or put old ones back.
 */
public final class KeyWrapping {
  private static final int KEY_BYTES = 32;
  private static final String WHAT = "an encryption key";

  private final MaterialSeal seal;

  private KeyWrapping(MaterialSeal seal) {
    this.seal = seal;
  }

  /**
   * Returns the wrapping that encrypts by a key.
   *
   * @param key 32 bytes of a random source; they are copied
   * @throws IllegalArgumentException when they are more or fewer
   */
  public static KeyWrapping of(byte[] key) {
    checkArgument(key.length == KEY_BYTES, "an encryption key has 32 bytes, not %s", key.length);
    return new KeyWrapping(new EncryptingSeal(key));
  }

  /**
   * Returns the wrapping that encrypts by the key that a file holds: 32 bytes in base64, base64url
   * or hexadecimal, and white space around them.
   *
   * @throws UnreadableKey when the file holds none, or where files have POSIX permissions, gives
   *     any to others than its owner
   * @throws IOException when it cannot be read
   */
  public static KeyWrapping read(Path file) throws UnreadableKey, IOException {
    return of(SecretFile.read(file, WHAT));
  }

  /**
   * Returns the wrapping that encrypts by the key that a variable holds, written as in a file.
   *
   * @param lookup gives the value of a variable, or null: {@code System::getenv}
   * @throws UnreadableKey when the variable is not set, or holds no key
   */
  public static KeyWrapping fromEnvironment(String name, Function<String, @Nullable String> lookup)
      throws UnreadableKey {
    String text = lookup.apply(name);
    if (text == null) {
      throw new UnreadableKey("the variable " + name + ", for an encryption key, is not set");
    }
    return of(SecretFile.parse("the variable " + name, text, WHAT));
  }

  /** Returns the wrapping that encrypts nothing: who can read the store can make tokens. */
  public static KeyWrapping storeKeysUnencrypted() {
    return new KeyWrapping(new OpenSeal());
  }

  /** Returns whether keys are encrypted. */
  public boolean isEncrypting() {
    return seal.isEncrypting();
  }

  /** Returns a key in the form in which it is stored. Encrypted, it is another text each time. */
  public StoredKey wrap(SigningKey key, SecureRandom random) {
    byte[] sealed = seal.seal(key.material(), bound(key.id(), key.algorithm().code()), random);
    return new StoredKey(
        key.id(),
        key.algorithm(),
        TokenText.base64Url(sealed),
        seal.isEncrypting(),
        key.createdAt());
  }

  /**
   * Returns the key that was stored.
   *
   * @throws UnreadableKey when it was encrypted by another key or by none, or one bit of it, its id
   *     or its algorithm differs. A wrapping that encrypts refuses keys that are not encrypted:
   *     anyone who can write to a store could have put them there
   */
  public SigningKey unwrap(StoredKey stored) throws UnreadableKey {
    checkKind(stored);
    byte[] sealed = canonicalBytes(stored);
    if (!seal.isOurs(sealed)) {
      throw new UnreadableKey(
          "signing key " + shown(stored) + " is encrypted by another key than the one given");
    }
    try {
      byte[] material = seal.open(sealed, bound(stored.id(), stored.algorithm().code()));
      return SigningKey.of(stored.id(), stored.algorithm(), material, stored.createdAt());
    } catch (GeneralSecurityException | ProviderException e) {
      throw damaged(stored);
    }
  }

  private void checkKind(StoredKey stored) throws UnreadableKey {
    if (stored.isEncrypted() && !seal.isEncrypting()) {
      throw UnreadableKey.forLackOfAKey(
          "signing key " + shown(stored) + " is encrypted; give the key that it is encrypted by");
    }
    if (!stored.isEncrypted() && seal.isEncrypting()) {
      throw new UnreadableKey(
          "signing key "
              + shown(stored)
              + " is stored unencrypted, where keys are to be encrypted; read it by"
              + " storeKeysUnencrypted() and wrap it anew");
    }
  }

  private static byte[] canonicalBytes(StoredKey stored) throws UnreadableKey {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(stored.material());
    } catch (IllegalArgumentException e) {
      throw damaged(stored);
    }
    if (!TokenText.base64Url(bytes).equals(stored.material())) {
      throw damaged(stored);
    }
    return bytes;
  }

  private static UnreadableKey damaged(StoredKey stored) {
    return new UnreadableKey(
        "signing key " + shown(stored) + " is damaged, or was stored under another id");
  }

  /** Algorithms have no line feed, so that no two keys' bytes are the same. */
  private static byte[] bound(String id, String algorithm) {
    return ("warder signing key 1\n" + algorithm + "\n" + id).getBytes(StandardCharsets.UTF_8);
  }

  /** An id comes from a store, and may be anything. */
  private static String shown(StoredKey stored) {
    String id = stored.id();
    boolean isPlain =
        !id.isEmpty()
            && id.length() <= 64
            && id.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '`');
    return isPlain ? "`" + id + "`" : "with an id that is none of ours";
  }

  /** Returns whether keys are encrypted, and nothing of the key. */
  @Override
  public String toString() {
    return seal.isEncrypting() ? "encrypted by AES-256-GCM" : "not encrypted";
  }
}
