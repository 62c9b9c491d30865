package dev.warder.cli.authority;

import dev.warder.authority.CapabilityChoice;
import dev.warder.authority.ExpiryChoice;
import dev.warder.authority.Refused;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.model.Access;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Category;
import dev.warder.model.Lifetime;
import dev.warder.model.text.InputText;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks for what a token is to be, as a dashboard would: capabilities by category, numbered, with
 * all of a category or all together at once. After a wrong answer it explains, and asks again.
 */
final class TokenQuestions {
  private static final int MOST_OF_A_NAME = 256;

  private final Questions questions;
  private final Catalogue catalogue;

  TokenQuestions(Questions questions, Catalogue catalogue) {
    this.questions = questions;
    this.catalogue = catalogue;
  }

  String account(List<String> accounts) throws NoAnswer, IOException {
    while (true) {
      String answer = questions.ask("Account, one of " + Shown.whole(String.join(", ", accounts)));
      if (accounts.contains(answer)) {
        return answer;
      }
      questions.tell("There is no account " + Shown.quoted(answer) + " that you manage.");
    }
  }

  String name() throws NoAnswer, IOException {
    while (true) {
      String answer = questions.ask("Name, for reference alone");
      if (!answer.isEmpty() && answer.length() <= MOST_OF_A_NAME) {
        return answer;
      }
      questions.tell("A name has 1 to 256 characters.");
    }
  }

  /** Returns choices as {@link CapabilityChoice} understands them. */
  List<String> capabilities() throws NoAnswer, IOException {
    show();
    while (true) {
      String answer = questions.ask("Capabilities, by number or name, with commas, or all");
      try {
        List<String> choices = choices(answer);
        questions.tell(
            "Chosen: " + String.join(", ", CapabilityChoice.of(catalogue).choose(choices)));
        return choices;
      } catch (Refused e) {
        questions.tell(Shown.message(e));
      }
    }
  }

  private void show() {
    questions.tell("Capabilities:");
    for (Category category : catalogue.categories()) {
      StringBuilder line = new StringBuilder("  " + category.label() + ":");
      for (Capability capability : catalogue.capabilities()) {
        if (capability.category().equals(category)) {
          line.append("  [")
              .append(number(capability))
              .append("] ")
              .append(capability.label())
              .append(capability.access().map(Access::word).map(a -> " (" + a + ")").orElse(""));
        }
      }
      questions.tell(line.toString());
    }
    questions.tell(
        "Or all; all read, all write; all of a category: "
            + catalogue.categories().stream()
                .map(category -> "all of " + category.label())
                .collect(Collectors.joining(", ")));
  }

  private int number(Capability capability) {
    return List.copyOf(catalogue.capabilities()).indexOf(capability) + 1;
  }

  /** Returns what numbers and ranges of them stand for; all else stays as it is. */
  private List<String> choices(String answer) {
    List<Capability> all = List.copyOf(catalogue.capabilities());
    List<String> choices = new ArrayList<>();
    for (String part : answer.split(",", -1)) {
      String choice = InputText.trimmed(part);
      if (choice.isEmpty()) {
        continue;
      }
      Optional<int[]> range = range(choice, all.size());
      if (range.isEmpty()) {
        choices.add(choice);
      } else {
        for (int i = range.get()[0]; i <= range.get()[1]; i++) {
          choices.add(all.get(i - 1).raw());
        }
      }
    }
    return choices;
  }

  /** Returns first and last of {@code 3} or {@code 3-5}, when they are numbers of capabilities. */
  private static Optional<int[]> range(String text, int most) {
    String[] ends = text.split("-", 2);
    try {
      int first = Integer.parseInt(InputText.trimmed(ends[0]));
      int last = ends.length == 1 ? first : Integer.parseInt(InputText.trimmed(ends[1]));
      return first >= 1 && first <= last && last <= most
          ? Optional.of(new int[] {first, last})
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns a lifetime, or nothing for the default. */
  Optional<String> expiry() throws NoAnswer, IOException {
    String lifetimes =
        catalogue
            .expiry()
            .map(
                expiry ->
                    expiry.choices().stream()
                            .map(Lifetime::toString)
                            .collect(Collectors.joining(", "))
                        + "; empty for "
                        + expiry.preset())
            .orElse("such as 30d; empty for the default");
    while (true) {
      String answer = questions.ask("Expires after, of " + lifetimes);
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      try {
        Optional<Instant> unused = ExpiryChoice.of(catalogue).expiresAt(answer, Instant.EPOCH);
        return Optional.of(answer);
      } catch (Refused e) {
        questions.tell(Shown.message(e));
      }
    }
  }
}
