/** For tests of a service: tokens that its gate accepts, see {@link TestTokens}. */
@NullMarked
package dev.warder.spring.test;

import org.jspecify.annotations.NullMarked;
