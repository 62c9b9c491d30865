/**
 * A {@link dev.warder.gate.Gate} as a filter of servlet containers: start with {@link
 * dev.warder.servlet.WarderFilter}. What it found out about a request, {@link
 * dev.warder.servlet.JudgedRequest} returns to the servlets behind it.
 */
@CheckReturnValue
@NullMarked
package dev.warder.servlet;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
