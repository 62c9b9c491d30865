package dev.warder.analysis.vectors;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.warder.model.yaml.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A grant, one question, and what is expected.
 *
 * @param account the grant's account, or null where it has none
 * @param hasToken whether there is a token; the anonymous grant has none
 * @param expected the expected members by name, in the form of {@link VectorAnswers}
 */
record Vector(
    String name,
    Place place,
    @Nullable String account,
    boolean hasToken,
    List<String> capabilities,
    Question question,
    Map<String, Object> expected) {
  Vector {
    capabilities = ImmutableList.copyOf(capabilities);
    expected = ImmutableMap.copyOf(expected);
  }

  /** The question. */
  sealed interface Question {}

  /** A request, with the account that it names outside its path. */
  record Request(String method, String path, @Nullable String requestAccount) implements Question {}

  /** An operation, where the resource's account is known. */
  record OfOperation(String operation, @Nullable String resourceAccount) implements Question {}

  /** An operation, before any request. */
  record OfPreflight(String operation) implements Question {}

  /** A command, in these conditions. */
  record OfCommand(String spelling, Set<String> when) implements Question {
    OfCommand {
      when = ImmutableSet.copyOf(when);
    }
  }
}
