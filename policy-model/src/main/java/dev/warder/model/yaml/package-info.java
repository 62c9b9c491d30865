/**
 * The strict reader of files in YAML, and so in JSON: what is wrong is a problem with its place and
 * the nearest name, and all problems are reported at once.
 *
 * <p>{@link dev.warder.model.yaml.Problem} and {@link dev.warder.model.yaml.Place} are for
 * everybody: exceptions hand them out. The rest is internal to Warder's modules; other programs do
 * not depend on it, as it may change with each version. {@link dev.warder.model.yaml.YamlNodes}
 * reads a text, and {@link dev.warder.model.yaml.Fields} takes an entry apart.
 */
@CheckReturnValue
@NullMarked
package dev.warder.model.yaml;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
