/**
 * A gate and its filter in a Spring Boot service, made of the settings {@code warder.*}: see {@link
 * dev.warder.spring.WarderProperties}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.spring;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
