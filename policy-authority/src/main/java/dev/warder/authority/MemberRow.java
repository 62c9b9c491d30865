package dev.warder.authority;

/** A user's role in an account. */
record MemberRow(String accountId, String userId, Role role) {}
