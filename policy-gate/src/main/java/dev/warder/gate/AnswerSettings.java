package dev.warder.gate;

/**
 * How outcomes are answered.
 *
 * @param realm the protection space named to clients (RFC 9110, section 11.5)
 * @param disclosure what denials tell verified callers
 * @param isReportOnly whether denied requests are let through all the same
 */
record AnswerSettings(String realm, Disclosure disclosure, boolean isReportOnly) {}
