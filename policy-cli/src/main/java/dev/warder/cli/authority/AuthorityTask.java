package dev.warder.cli.authority;

import dev.warder.authority.RefusalReason;
import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.catalogue.CatalogueOption;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonOption;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Task;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** A command that works on a store of tokens. */
abstract class AuthorityTask extends Task {
  @Mixin JsonOption json;

  @Mixin StoreOptions storeOptions;

  @Mixin AuthorityOptions authorityOptions;

  /** Does what the command is for. */
  abstract int answer(Authority authority)
      throws NoAnswer, Refused, StoreFailure, UnreadableKey, IOException;

  /** Checks what can be checked before a store is opened. */
  void check(Console console) throws NoAnswer {}

  /** Returns whether a store that is not there is made. */
  boolean makesStore() {
    return false;
  }

  /** Returns whether an audit is looked at that may be of another key, or changed. */
  boolean verifiesAudit() {
    return false;
  }

  @Override
  protected final int run(Console console) throws NoAnswer, IOException {
    check(console);
    try (Authority authority =
        Authority.open(console, storeOptions, authorityOptions, makesStore())) {
      if (!verifiesAudit()) {
        authority.checkAuditKey();
      }
      return answered(authority);
    } catch (Refused e) {
      return refused(e, console);
    } catch (StoreFailure e) {
      throw NoAnswer.because(Shown.message(e));
    } catch (UnreadableKey e) {
      throw NoAnswer.because(
          Shown.message(e)
              + (e.isForLackOfAKey()
                  ? ": type --encryption-key-file FILE, or put it into WARDER_ENCRYPTION_KEY"
                  : ""));
    }
  }

  private int answered(Authority authority)
      throws NoAnswer, Refused, StoreFailure, UnreadableKey, IOException {
    try {
      return answer(authority);
    } catch (StoreFailure e) {
      if (e.kind() == StoreFailure.Kind.OTHER_AUDIT_KEY) {
        throw authority.otherAuditKey(
            "nothing was changed: the audit has an entry of another audit key");
      }
      throw e;
    }
  }

  private String hint(RefusalReason reason) {
    return switch (reason) {
      case UNKNOWN_CAPABILITY -> authorityOptions.catalogue.isGiven() ? "" : CatalogueOption.HINT;
      case ACCOUNT_NEEDED -> "; name one with --account ACCOUNT";
      case NOT_ALLOWED -> "; warder account list shows yours, --as USER acts for another";
      case UNKNOWN_TOKEN -> "; warder token list shows ids, --token-file FILE takes a value";
      case NO_CAPABILITY -> "; warder capabilities lists all";
      case ACCOUNT_EXISTS -> "; choose another ID";
      case UNKNOWN_KEY -> "; warder keys list shows ids";
      default -> "";
    };
  }

  private int refused(Refused refused, Console console) {
    String message = Shown.message(refused) + hint(refused.reason());
    json.print(
        console,
        to -> to.tell(message),
        object -> {
          object.put("refused", refused.reason().code());
          object.put("message", message);
        });
    return DENIED;
  }
}
