package dev.warder.analysis.diff;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that one of two catalogues allows a token, and the other does not. None of the token's
 * capabilities can be left out; another set, of another request or another alternative, may be
 * smaller. Immutable.
 */
public final class Example {
  /** A question for both catalogues. */
  public sealed interface Question {

    /**
     * A request.
     *
     * @param method the method
     * @param path the path
     */
    record Request(String method, String path) implements Question {
      /** Returns the method and the path. */
      @Override
      public String toString() {
        return method + " " + path;
      }
    }

    /** A preflight of a command. */
    final class CommandLine implements Question {
      private final String spelling;
      private final @Nullable String condition;

      CommandLine(String spelling, @Nullable String condition) {
        this.spelling = spelling;
        this.condition = condition;
      }

      /** Returns the spelling asked for. */
      public String spelling() {
        return spelling;
      }

      /** Returns the name of the condition chosen, if one is. */
      public Optional<String> condition() {
        return Optional.ofNullable(condition);
      }

      /** Returns the spelling, and the condition where one is chosen. */
      @Override
      public String toString() {
        return condition == null ? spelling : spelling + " (when " + condition + ")";
      }
    }
  }

  private final Question question;
  private final @Nullable ImmutableSet<String> capabilities;
  private final boolean isOwnAccount;

  Example(Question question, @Nullable Set<String> capabilities, boolean isOwnAccount) {
    this.question = question;
    this.capabilities = capabilities == null ? null : ImmutableSet.copyOf(capabilities);
    this.isOwnAccount = isOwnAccount;
  }

  /** Returns the question. */
  public Question question() {
    return question;
  }

  /** Returns whether the question has no token. */
  public boolean isAnonymous() {
    return capabilities == null;
  }

  /** Returns the raw strings that the token carries; none without a token. */
  public Set<String> capabilities() {
    return capabilities == null ? ImmutableSet.of() : capabilities;
  }

  /**
   * Returns whether every account rule of both catalogues passes for a token of that account, which
   * the request carries too. Otherwise only those of the one that allows do: what it does not
   * compare is another account's, or an unknown resource, or a request without an account.
   */
  public boolean isOwnAccount() {
    return isOwnAccount;
  }

  /** Returns the question and the token. */
  @Override
  public String toString() {
    String token =
        isAnonymous()
            ? "no token"
            : capabilities().isEmpty()
                ? "a token without capabilities"
                : String.join(" and ", capabilities());
    return question + " with " + token + (isOwnAccount ? "" : ", of another account");
  }
}
