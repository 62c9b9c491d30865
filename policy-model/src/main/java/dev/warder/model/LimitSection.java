package dev.warder.model;

import com.google.common.collect.ImmutableSet;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Fields;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Values;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the limits and the expiry choices of a catalogue file. */
final class LimitSection {
  private static final int MAX_PER_HOUR = 1_000_000_000;
  private static final int MAX_DAYS = 36_500;

  private final Values values;

  LimitSection(Values values) {
    this.values = values;
  }

  Limits limits(Place place, @Nullable Node section) {
    Fields fields =
        new Fields(values, "limits", place, section, "account", "token", "client", "public");
    Limits limits = with(Limits.NONE, fields.optional("account"), Limits::withAccount);
    limits = with(limits, fields.optional("token"), Limits::withToken);
    limits = with(limits, fields.optional("client"), Limits::withClient);
    return with(limits, fields.optional("public"), Limits::withPublicRequests);
  }

  /** Returns limits with a further one, or as they are for null and, with a problem, for none. */
  private Limits with(
      Limits limits, @Nullable Node node, BiFunction<Limits, Integer, Limits> further) {
    String text = values.text(node);
    if (node == null || text == null) {
      return limits;
    }
    int requests = number(text, "/hour", MAX_PER_HOUR);
    if (requests == 0) {
      values.refuse(
          node.place(),
          "a limit is `N/hour`, with N from 1 to " + MAX_PER_HOUR + ", not " + Quoted.of(text));
      return limits;
    }
    return further.apply(limits, requests);
  }

  /** Returns the expiry choices, or null for null and, with problems, for what is none. */
  @Nullable Expiry expiry(Place place, @Nullable Node section) {
    if (section == null) {
      return null;
    }
    Fields fields = new Fields(values, "expiry", place, section, "choices", "default");
    Node list = fields.required("choices");
    Node presetNode = fields.required("default");
    Set<Lifetime> choices = new LinkedHashSet<>();
    for (Node item : values.items(list)) {
      Lifetime lifetime = lifetime(item);
      if (lifetime != null && !choices.add(lifetime)) {
        values.refuse(item.place(), "`" + lifetime + "` stands twice in `choices`");
      }
    }
    if (list instanceof Node.Sequence sequence && sequence.items().isEmpty()) {
      values.refuse(list.place(), "`choices` is empty; name at least one lifetime");
    }
    Lifetime preset = lifetime(presetNode);
    boolean isChoice = choices.isEmpty() || choices.contains(preset);
    if (presetNode != null && preset != null && !isChoice) {
      values.refuse(presetNode.place(), "`" + preset + "` is none of `choices`");
    }
    return preset == null ? null : new Expiry(ImmutableSet.copyOf(choices), preset);
  }

  private @Nullable Lifetime lifetime(@Nullable Node node) {
    String text = values.text(node);
    if (node == null || text == null) {
      return null;
    }
    if (text.equals("never")) {
      return Lifetime.NEVER;
    }
    int days = number(text, "d", MAX_DAYS);
    if (days == 0) {
      values.refuse(
          node.place(),
          "a lifetime is `Nd`, with N days from 1 to %s, or `never`, not %s"
              .formatted(MAX_DAYS, Quoted.of(text)));
      return null;
    }
    return Lifetime.ofDays(days);
  }

  /** Returns the number before a unit, without sign or leading zero, or 0 when it is none. */
  private static int number(String text, String unit, int most) {
    int digits = text.length() - unit.length();
    if (!text.endsWith(unit) || digits < 1 || digits > 10 || text.charAt(0) == '0') {
      return 0;
    }
    long number = 0;
    for (int i = 0; i < digits; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      number = 10 * number + c - '0';
    }
    return number > most ? 0 : (int) number;
  }
}
