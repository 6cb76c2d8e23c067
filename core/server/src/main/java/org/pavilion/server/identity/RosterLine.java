package org.pavilion.server.identity;

/**
 * Somebody to invite, as a table has it; nothing is checked yet.
 *
 * @param line where it stands in the file
 * @param language {@code zh} or {@code en}; empty for that of the table's reader
 * @param role name or title of the role; empty for none
 * @param scope place of the role; empty for the whole expo
 */
public record RosterLine(int line, String email, String name, String language, String role, String scope) {}
