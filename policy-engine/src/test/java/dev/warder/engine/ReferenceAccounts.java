package dev.warder.engine;

import dev.warder.engine.ReferenceEvaluator.Holder;
import dev.warder.engine.ReferenceEvaluator.Owners;
import dev.warder.model.AccountCheck;
import dev.warder.model.Operation;
import dev.warder.model.ReferenceTemplate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The account step of {@code SEMANTICS.md}, section 2.4, read aloud, for one request. */
record ReferenceAccounts(
    @Nullable Owners owners, List<String> segments, @Nullable String requestAccount) {

  /** Returns the reason of the first check that fails, or null. */
  @Nullable String failure(Holder holder, Operation operation) {
    return operation.accountRule().checks().stream()
        .map(
            check ->
                check instanceof AccountCheck.FromRequest
                    ? ofRequest(holder)
                    : ofPath(holder, operation, check))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String ofRequest(Holder holder) {
    boolean isSome = requestAccount != null && !requestAccount.matches("[ \t]*");
    return isSome && requestAccount.equals(holder.account()) ? null : "wrong-account";
  }

  private @Nullable String ofPath(Holder holder, Operation operation, AccountCheck check) {
    if (check instanceof AccountCheck.Owned && owners == null) {
      return null;
    }
    int place = ReferenceTemplate.place(operation, check.segment(), segments);
    String text = ReferenceTemplate.text(operation, check.segment(), segments);
    boolean isWhole = text.equals(segments.get(place));
    if (holder.account() == null || (!isWhole && !text.matches("[A-Za-z0-9\\-._~]*"))) {
      return "wrong-account";
    }
    if (check instanceof AccountCheck.Owned owned) {
      return switch (owners.ask(holder.account(), owned.kind(), text)) {
        case YES -> null;
        case NO -> "wrong-account";
        case CANNOT_TELL -> "unavailable";
      };
    }
    return text.equals(holder.account()) ? null : "wrong-account";
  }
}
