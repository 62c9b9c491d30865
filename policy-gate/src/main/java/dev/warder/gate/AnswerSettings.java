package dev.warder.gate;

import org.jspecify.annotations.Nullable;

/**
 * How outcomes are answered.
 *
 * @param realm the protection space named to clients (RFC 9110, section 11.5)
 * @param resourceMetadata where the metadata of the API is that challenges name (RFC 9728, section
 *     5.1), or null
 * @param disclosure what denials tell verified callers
 * @param isReportOnly whether denied requests are let through all the same
 */
record AnswerSettings(
    String realm, @Nullable String resourceMetadata, Disclosure disclosure, boolean isReportOnly) {}
