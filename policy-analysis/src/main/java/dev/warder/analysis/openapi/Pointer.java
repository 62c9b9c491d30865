package dev.warder.analysis.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.YamlText;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON pointer in the fragment of an address (RFC 6901, section 6).
 *
 * @param names the names on the way down from the root, decoded
 */
record Pointer(List<String> names) {
  /** The levels that a document has at most. */
  private static final int MAX_NAMES = 256;

  Pointer {
    names = ImmutableList.copyOf(names);
  }

  /** Returns the pointer that a reference such as {@code #/paths/~1a} is, or null for any other. */
  static @Nullable Pointer of(String reference) {
    String text = reference.startsWith("#") ? decoded(reference.substring(1)) : null;
    if (text == null || !(text.isEmpty() || text.startsWith("/"))) {
      return null;
    }
    List<String> names = new ArrayList<>();
    for (String name :
        text.isEmpty() ? List.<String>of() : Splitter.on('/').split(text.substring(1))) {
      if (names.size() == MAX_NAMES || !isEscaped(name)) {
        return null;
      }
      names.add(name.replace("~1", "/").replace("~0", "~"));
    }
    return new Pointer(names);
  }

  private static boolean isEscaped(String name) {
    for (int i = name.indexOf('~'); i >= 0; i = name.indexOf('~', i + 1)) {
      if (i + 1 == name.length() || (name.charAt(i + 1) != '0' && name.charAt(i + 1) != '1')) {
        return false;
      }
    }
    return true;
  }

  /** Returns a text with its triples decoded, or null where they are no UTF-8. */
  private static @Nullable String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        decoded.write(bytes[i]);
      } else if (i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0) {
        decoded.write(16 * hex(bytes[++i]) + hex(bytes[++i]));
      } else {
        return null;
      }
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded.toByteArray())).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static int hex(byte digit) {
    return digit < 0 ? -1 : Character.digit(digit, 16);
  }

  /** Returns whether a name may be the index of a list's item. */
  static boolean isIndex(String name) {
    return YamlText.isWhole(name);
  }

  /** Returns what stands there, or null where nothing does. */
  @Nullable Node find(Node root) {
    Node part = root;
    for (String name : names) {
      if (part instanceof Node.Mapping members) {
        part = members.get(name);
      } else if (part instanceof Node.Sequence items && isIndex(name)) {
        int index = Integer.parseInt(name);
        part = index < items.items().size() ? items.items().get(index) : null;
      } else {
        return null;
      }
    }
    return part;
  }
}
