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
 * @param account the grant's account, or null for the anonymous grant
 * @param expected the expected members by name, in the form of {@link VectorAnswers}
 */
record Vector(
    String name,
    Place place,
    @Nullable String account,
    List<String> capabilities,
    Question question,
    Map<String, Object> expected) {
  Vector {
    capabilities = ImmutableList.copyOf(capabilities);
    expected = ImmutableMap.copyOf(expected);
  }

  /** What is asked. */
  sealed interface Question {}

  /** A request. */
  record Request(String method, String path) implements Question {}

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
