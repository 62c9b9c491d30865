package dev.warder.cli.authority;

import static dev.warder.cli.authority.AuthorityOptions.said;

import dev.warder.authority.AccountInfo;
import dev.warder.authority.Accounts;
import dev.warder.authority.Actor;
import dev.warder.authority.Audit;
import dev.warder.authority.Operator;
import dev.warder.authority.Role;
import dev.warder.authority.Store;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.StoredKeys;
import dev.warder.authority.TokenAuthority;
import dev.warder.authority.TokenAuthorityBuilder;
import dev.warder.authority.TokenService;
import dev.warder.authority.TokenServiceBuilder;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.authority.key.SecretFile;
import dev.warder.authority.key.SigningKey;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.FileFailure;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.gate.token.Algorithm;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store opened for a command, in somebody's name. */
final class Authority implements AutoCloseable {
  private final Console console;
  private final AuthorityOptions options;
  private final Catalogue catalogue;
  private final Actor actor;
  private final String place;
  private final Store store;
  private final Path auditKeyFile;
  private final byte[] auditKey;
  private final KeyWrapping wrapping;
  private final SecureRandom random = new SecureRandom();

  private Authority(
      Console console,
      AuthorityOptions options,
      Actor actor,
      String place,
      Store store,
      Path auditKeyFile,
      byte[] auditKey,
      KeyWrapping wrapping)
      throws NoAnswer {
    this.console = console;
    this.options = options;
    this.catalogue = options.catalogue.read();
    this.actor = actor;
    this.place = place;
    this.store = store;
    this.auditKeyFile = auditKeyFile;
    this.auditKey = auditKey;
    this.wrapping = wrapping;
  }

  /**
   * Opens a store.
   *
   * @param isMade whether it is made, with its audit's key, where it is not there
   */
  static Authority open(
      Console console, StoreOptions storeOptions, AuthorityOptions options, boolean isMade)
      throws NoAnswer, StoreFailure {
    Actor actor = storeOptions.actor(console);
    String place = storeOptions.place(console);
    Path file = StoreOptions.file(place);
    if (!isMade) {
      StoreOptions.checkThere(file);
    }
    KeyWrapping wrapping = options.wrapping(console);
    Store store = open(place, console);
    try {
      Path auditKeyFile = auditKeyFile(options, file, console);
      byte[] auditKey = auditKey(auditKeyFile, store);
      return new Authority(console, options, actor, place, store, auditKeyFile, auditKey, wrapping);
    } catch (NoAnswer | StoreFailure | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static Store open(String place, Console console) throws NoAnswer, StoreFailure {
    try {
      return Store.open(place, console.clock());
    } catch (IllegalArgumentException e) {
      throw NoAnswer.usage("--store: " + e.getMessage());
    }
  }

  private static Path auditKeyFile(AuthorityOptions options, @Nullable Path store, Console console)
      throws NoAnswer {
    String said = said(options.auditKeyFile, "WARDER_AUDIT_KEY_FILE", console);
    if (said == null && store == null) {
      throw NoAnswer.usage(
          "a store on a server needs --audit-key-file FILE; give the same key wherever you use the"
              + " store");
    }
    try {
      return said == null ? Path.of(store + ".audit-key") : Path.of(said);
    } catch (InvalidPathException e) {
      throw NoAnswer.usage(
          "--audit-key-file cannot be a file's name: " + Shown.quoted(String.valueOf(said)));
    }
  }

  /** One is made for an audit without rows alone: another would find none of them right. */
  private static byte[] auditKey(Path file, Store store) throws NoAnswer, StoreFailure {
    String shown = Shown.quoted(file.toString());
    try {
      if (Files.exists(file)) {
        return SecretFile.read(file, "an audit key");
      }
      if (!Audit.isEmpty(store)) {
        throw NoAnswer.because(
            "the audit's key is missing: there is no file "
                + shown
                + "; name the file with --audit-key-file FILE");
      }
      return makeOrRead(file);
    } catch (UnreadableKey e) {
      throw NoAnswer.because(Shown.message(e));
    } catch (IOException e) {
      throw FileFailure.unreadable(file.toString(), e);
    }
  }

  /** Of several that make it at once, all have the key of the one that succeeds. */
  private static byte[] makeOrRead(Path file) throws NoAnswer, UnreadableKey, IOException {
    try {
      return SecretFile.make(file, new SecureRandom());
    } catch (FileAlreadyExistsException e) {
      return SecretFile.read(file, "an audit key");
    } catch (IOException e) {
      throw FileFailure.unwritable(file.toString(), e);
    }
  }

  /** Another key's entries would be found wrong for good, and nothing could be done about it. */
  void checkAuditKey() throws NoAnswer, StoreFailure {
    if (!audit().isOfThisKey()) {
      throw otherAuditKey("the audit was made with another audit key");
    }
  }

  /** Returns what to say when the key, or an entry, is another than it should be. */
  NoAnswer otherAuditKey(String wrong) {
    return NoAnswer.because(
        wrong
            + " than that in "
            + Shown.quoted(auditKeyFile.toString())
            + "; name the right file with --audit-key-file FILE, or type warder audit verify to see"
            + " whether entries were changed");
  }

  Console console() {
    return console;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Actor actor() {
    return actor;
  }

  /** Returns the store's operator: who runs a command has the store and its keys. */
  Operator operator() throws NoAnswer {
    try {
      return Operator.whoHasTheStoreAndItsKeys(actor.user());
    } catch (IllegalArgumentException e) {
      throw NoAnswer.usage("--as: " + e.getMessage());
    }
  }

  Store store() {
    return store;
  }

  Accounts accounts() {
    return Accounts.of(store, auditKey);
  }

  Audit audit() {
    return Audit.of(store, auditKey);
  }

  String issuer() {
    String said = said(options.issuer, "WARDER_ISSUER", console);
    return said == null ? "https://tokens.invalid" : said;
  }

  String audience() {
    String said = said(options.audience, "WARDER_AUDIENCE", console);
    return said == null ? catalogue.name() : said;
  }

  /** Returns the accounts that the user manages. */
  List<String> managedAccounts() throws StoreFailure {
    return accounts().list(actor).stream()
        .filter(account -> account.role() == Role.OWNER || account.role() == Role.ADMIN)
        .map(AccountInfo::id)
        .toList();
  }

  /** Returns the keys, which stay encrypted until they are asked for. */
  StoredKeys keys() throws NoAnswer, StoreFailure {
    try {
      StoredKeys keys = StoredKeys.of(store, wrapping, auditKey, random);
      keys.keepToOwner().ifPresent(console::warn);
      return keys;
    } catch (IllegalArgumentException e) {
      throw NoAnswer.because(
          "a store on a server keeps signing keys encrypted only: name the key's file with"
              + " --encryption-key-file FILE, or put the key into WARDER_ENCRYPTION_KEY");
    }
  }

  /** Warns of what the first key is, where the store has none yet. */
  private void warnOfFirstKey(StoredKeys keys, Algorithm algorithm) throws NoAnswer, StoreFailure {
    if (keys.list().isEmpty()) {
      warnOf(algorithm);
      if (!wrapping.isEncrypting()) {
        console.warn(
            "signing keys are stored unencrypted in "
                + Shown.quoted(place)
                + " (mode 600); encrypt them with --encryption-key-file FILE");
      }
    }
  }

  /** Returns the algorithm of the option, or another. */
  Algorithm algorithm(Algorithm otherwise) throws NoAnswer {
    return options.algorithm(otherwise);
  }

  void warnOf(Algorithm algorithm) {
    if (algorithm == Algorithm.HS256) {
      console.warn(SigningKey.HS256_WARNING);
    }
  }

  /** Returns the authority that signs, by a first key made now where the store has none. */
  TokenAuthority signingTokens() throws NoAnswer, StoreFailure, UnreadableKey {
    StoredKeys keys = keys();
    Algorithm algorithm = options.algorithm(Algorithm.RS256);
    warnOfFirstKey(keys, algorithm);
    return builder().keysAsTheyAreNow(keys, algorithm).build();
  }

  /** Returns the authority for what needs no key. */
  TokenAuthority tokens() throws NoAnswer {
    return builder().withoutKeys().build();
  }

  /** Returns what a gateway over the store is made of, but for its mark and catalogue. */
  TokenServiceBuilder service() throws NoAnswer, StoreFailure {
    Algorithm algorithm = options.algorithm(Algorithm.RS256);
    warnOfFirstKey(keys(), algorithm);
    return TokenService.builder()
        .store(place)
        .encryptionKey(wrapping)
        .auditKey(auditKey)
        .issuer(issuer())
        .audience(audience())
        .algorithm(algorithm)
        .clock(console.clock())
        .bound(options.bound());
  }

  /** Returns what all authorities of the store have in common. */
  private TokenAuthorityBuilder builder() throws NoAnswer {
    try {
      return TokenAuthority.builder()
          .store(store)
          .catalogue(catalogue)
          .issuer(issuer())
          .audience(audience())
          .auditKey(auditKey)
          .withoutGateInThisProcess()
          .bound(options.bound());
    } catch (IllegalArgumentException e) {
      throw NoAnswer.usage(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
