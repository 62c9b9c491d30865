/**
 * What configurations of hosts say of a gate, and the parts that are made of it: the starter for
 * Spring Boot and the decision point share it.
 */
@CheckReturnValue
@NullMarked
package dev.warder.gate.settings;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
