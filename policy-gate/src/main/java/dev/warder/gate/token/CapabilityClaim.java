package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.warder.model.text.Identifier;
import dev.warder.model.text.Quoted;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a token carries its capabilities, and what its values mean.
 *
 * @param claim the claim
 * @param form whether it is a list, or one text
 * @param map the raw strings that a value stands for; null where values are raw strings themselves
 * @param keepsOthers whether a value that is not in the map is a raw string, and not dropped
 */
record CapabilityClaim(
    ClaimPath claim,
    Form form,
    @Nullable ImmutableMap<String, ImmutableList<String>> map,
    boolean keepsOthers) {

  /** How several values stand in a claim. */
  enum Form {
    /** A list of texts. */
    LIST,
    /** One text with single spaces between. */
    TEXT,
    /** Either. */
    LIST_OR_TEXT
  }

  private static final Splitter SPACES = Splitter.on(' ');

  CapabilityClaim at(ClaimPath other, Form otherForm) {
    return new CapabilityClaim(other, otherForm, map, keepsOthers);
  }

  /**
   * Returns the same claim, whose values stand for other raw strings.
   *
   * @throws IllegalArgumentException when one is no raw string of a capability
   */
  CapabilityClaim mapping(Map<String, List<String>> raws, boolean keeps) {
    ImmutableMap.Builder<String, ImmutableList<String>> checked = ImmutableMap.builder();
    raws.forEach((value, mapped) -> checked.put(value, checked(mapped)));
    return new CapabilityClaim(claim, form, checked.buildOrThrow(), keeps);
  }

  private static ImmutableList<String> checked(List<String> raws) {
    for (String raw : raws) {
      checkArgument(isRaw(raw), "%s is no raw string of a capability", Quoted.of(raw));
    }
    return ImmutableList.copyOf(raws);
  }

  /** Returns the raw strings that claims carry, each once, in the order written. */
  ImmutableSet<String> in(Map<String, @Nullable Object> claims) throws TokenRejected {
    List<?> values = values(claim.valueIn(claims));
    if (values == null || values.size() > TokenLimits.MOST_CAPABILITIES) {
      throw TokenRejected.of(TokenFault.CAPABILITIES);
    }
    ImmutableSet.Builder<String> raws = ImmutableSet.builderWithExpectedSize(values.size());
    for (Object one : values) {
      @Nullable List<String> mapped =
          map == null || !(one instanceof String text) ? null : map.get(text);
      if (mapped != null) {
        raws.addAll(mapped);
      } else if (map == null || keepsOthers) {
        raws.add(raw(one));
      }
    }
    return raws.build();
  }

  /**
   * Returns the values of a claim, or null where it has another form. With a map, a text that may
   * be a list as well is one value: users may choose such texts, and a space in one gives nothing.
   */
  private @Nullable List<?> values(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return form == Form.TEXT ? null : list;
    }
    if (!(value instanceof String text) || form == Form.LIST) {
      return null;
    }
    return map != null && form == Form.LIST_OR_TEXT ? List.of(text) : SPACES.splitToList(text);
  }

  private static String raw(@Nullable Object value) throws TokenRejected {
    if (value instanceof String text && isRaw(text)) {
      return text;
    }
    throw TokenRejected.of(TokenFault.CAPABILITIES);
  }

  /** A scope-token of RFC 6749, section 3.3, which every name of a catalogue is. */
  static boolean isRaw(String raw) {
    if (!Identifier.hasLength(raw)) {
      return false;
    }
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c <= 0x20 || c >= 0x7F || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }
}
