package dev.warder.authority;

/**
 * What a client may know of the token that it presents: the answer to {@code GET /me}.
 *
 * @param token the token
 * @param user the id of the user in whose name it acts
 * @param accountName what the account is called
 */
public record TokenDetails(TokenInfo token, String user, String accountName) {}
