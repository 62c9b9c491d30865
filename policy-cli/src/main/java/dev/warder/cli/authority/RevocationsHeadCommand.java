package dev.warder.cli.authority;

import dev.warder.authority.StoreFailure;
import dev.warder.cli.text.NoAnswer;
import dev.warder.gate.revocation.RevocationHead;
import picocli.CommandLine.Command;

/** Prints how far a store's revocations go. */
@Command(
    name = "head",
    customSynopsis = "warder revocations head [OPTION]...",
    header = "Prints the store's id and its last revocation, as one word.",
    footer = {
      "",
      "Keep it with each backup. A gateway that has no mark yet, or whose store was",
      "restored, accepts the store only if it has this id and this revocation.",
      "",
      "Exit codes: 0 printed, 2 no answer.",
      "",
      "Examples:",
      "  warder revocations head",
      "  warder revocations head > head.txt"
    })
final class RevocationsHeadCommand extends AuthorityTask {

  @Override
  int answer(Authority authority) throws NoAnswer, StoreFailure {
    RevocationHead head = authority.store().revocationHead();
    json.print(
        authority.console(),
        to -> to.println(head),
        object -> {
          object.put("head", head);
          object.put("store", head.log());
          object.put("position", head.progress().position());
          object.put("link", head.progress().link());
        });
    return ALLOWED;
  }
}
