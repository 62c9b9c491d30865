package dev.warder.analysis.usage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import dev.warder.analysis.needs.Sufficiency;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;
import dev.warder.model.AccessOrder;
import dev.warder.model.Capability;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drops capabilities one after another, as long as nothing that was asked is answered otherwise.
 * The operation that is the first to deny can only move forward as capabilities go, so what was put
 * back once would have to be put back later too: one pass leaves a minimal rest. Only what asks an
 * operation is answered again for which a capability was the last that sufficed.
 */
final class Dropping {
  /** Stands for whatever account passes; an operation is decided on a resource of its own. */
  private static final String ACCOUNT = "any";

  /** Operations that requests asked together. */
  private static final class Question {
    final List<Operation> operations;
    final long times;
    @Nullable Operation denying;

    Question(List<Operation> operations, long times) {
      this.operations = operations;
      this.times = times;
    }
  }

  private final List<Question> questions = new ArrayList<>();
  private final SetMultimap<Operation, Question> asking = LinkedHashMultimap.create();
  private final Sufficiency sufficiency;

  private Dropping(PolicyEngine engine, Map<List<Operation>, Long> asked, Set<Capability> known) {
    asked.forEach((operations, times) -> questions.add(new Question(operations, times)));
    for (Question question : questions) {
      question.operations.forEach(operation -> asking.put(operation, question));
    }
    sufficiency = new Sufficiency(engine.catalogue(), asking.keySet(), known);
    questions.forEach(question -> question.denying = denying(question));
  }

  static Unused from(
      PolicyEngine engine,
      Map<List<Operation>, Long> asked,
      Map<Reason, Long> denied,
      Iterable<String> capabilities) {
    Grant given = engine.grant(ACCOUNT, capabilities);
    Set<Capability> known = new LinkedHashSet<>();
    for (Capability capability : engine.catalogue().capabilities()) {
      if (given.given().contains(capability.raw())) {
        known.add(capability);
      }
    }
    Dropping dropping = new Dropping(engine, asked, known);
    Set<Capability> kept = dropping.kept(known);
    List<String> unused = new ArrayList<>();
    Map<String, Long> needed = new LinkedHashMap<>();
    for (Capability capability : known) {
      if (kept.contains(capability)) {
        needed.put(capability.raw(), dropping.changedWithout(capability));
      } else {
        unused.add(capability.raw());
      }
    }
    unused.addAll(given.unknown());
    return new Unused(unused, needed, dropping.reasons(denied));
  }

  /** Returns the operation that is the first to miss a capability. */
  private @Nullable Operation denying(Question question) {
    for (Operation operation : question.operations) {
      if (!sufficiency.isMet(operation)) {
        return operation;
      }
    }
    return null;
  }

  private Set<Capability> kept(Set<Capability> known) {
    Set<Capability> kept = new LinkedHashSet<>(known);
    for (Capability capability : mostAccessFirst(known)) {
      if (changedBy(sufficiency.leaveOut(capability)).isEmpty()) {
        kept.remove(capability);
      } else {
        sufficiency.putBack(capability);
      }
    }
    return kept;
  }

  private static List<Capability> mostAccessFirst(Collection<Capability> known) {
    return ImmutableList.sortedCopyOf(AccessOrder.OF_CAPABILITIES, known).reverse();
  }

  /** Returns the questions that are answered otherwise since these operations were lost. */
  private Set<Question> changedBy(Set<Operation> lost) {
    Set<Question> changed = new LinkedHashSet<>();
    for (Operation operation : lost) {
      for (Question question : asking.get(operation)) {
        Operation before = question.denying;
        Operation now = denying(question);
        if (now != null && !now.equals(before)) {
          changed.add(question);
        }
      }
    }
    return changed;
  }

  private long changedWithout(Capability capability) {
    Set<Question> changed = changedBy(sufficiency.leaveOut(capability));
    sufficiency.putBack(capability);
    return changed.stream().mapToLong(question -> question.times).sum();
  }

  private Map<Reason, Long> reasons(Map<Reason, Long> denied) {
    Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    reasons.putAll(denied);
    for (Question question : questions) {
      Reason reason = question.denying == null ? Reason.ALLOWED : Reason.MISSING_CAPABILITY;
      reasons.merge(reason, question.times, Long::sum);
    }
    return reasons;
  }
}
