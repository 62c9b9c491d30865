package dev.warder.cli.authority;

import dev.warder.authority.AuditVerdict;
import dev.warder.authority.StoreFailure;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NamedRows;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Style;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Verifies the audit's chain. */
@Command(
    name = "verify",
    customSynopsis = "warder audit verify [OPTION]...",
    header = "Verifies that no entry of the audit was changed, moved, added or removed.",
    footer = {
      "",
      "Keep the head that the command prints in a place that the store's users cannot",
      "write to, and pass it with --expect the next time. Only so does the command",
      "detect entries that were deleted from the end.",
      "",
      "Exit codes: 0 intact, 1 not intact, 2 no answer.",
      "",
      "Examples:",
      "  warder audit verify",
      "  warder audit verify --expect \"$(cat head.txt)\""
    })
final class AuditVerifyCommand extends AuthorityTask {
  private static final Pattern HEAD = Pattern.compile("[A-Za-z0-9_-]{43}");

  @Option(
      names = "--expect",
      paramLabel = "HEAD",
      description = "The head that an earlier verification printed. It must be among the entries.")
  @Nullable String head;

  @Override
  void check(Console console) throws NoAnswer {
    if (head != null && !HEAD.matcher(head).matches()) {
      throw NoAnswer.usage(
          "--expect is a head as this command prints it, 43 characters of A-Z a-z 0-9 - _, not "
              + Shown.quoted(head));
    }
  }

  @Override
  boolean verifiesAudit() {
    return true;
  }

  @Override
  int answer(Authority authority) throws NoAnswer, StoreFailure {
    AuditVerdict verdict =
        head == null ? authority.audit().verify() : authority.audit().verify(head);
    json.print(
        authority.console(),
        to -> print(verdict, to),
        object -> {
          object.put("intact", verdict.isIntact());
          object.put(
              "finding", verdict.finding().name().toLowerCase(Locale.ROOT).replace('_', '-'));
          object.put("entries", verdict.count());
          object.put("head", verdict.head());
          object.put("endIsProven", head != null && verdict.isIntact());
        });
    return verdict.isIntact() ? ALLOWED : DENIED;
  }

  private void print(AuditVerdict verdict, Console console) {
    console.println(
        verdict.isIntact()
            ? console.styled(Style.GOOD, "INTACT")
            : console.styled(Style.BAD, "NOT INTACT"));
    NamedRows rows = new NamedRows();
    rows.add("entries", verdict.count() + (verdict.isIntact() ? "" : " are right"));
    rows.add("head", verdict.head().isEmpty() ? "none" : verdict.head());
    rows.add("note", note(verdict));
    rows.print(console);
  }

  private String note(AuditVerdict verdict) {
    return switch (verdict.finding()) {
      case WRONG_ROW ->
          "entry "
              + verdict.wrongPosition()
              + " was changed, moved, added or removed, or the audit key is another one";
      case HEAD_MISSING -> "the expected head is missing: entries were deleted from the end";
      case INTACT ->
          head == null
              ? "pass --expect HEAD to detect entries that were deleted from the end"
              : "no entry up to the expected head was deleted; later ones may have been";
    };
  }
}
