package dev.warder.authority;

/**
 * An account, and what the one who asks may do in it.
 *
 * @param id names it
 * @param name what it is called
 * @param role the role of the user who asked
 */
public record AccountInfo(String id, String name, Role role) {}
