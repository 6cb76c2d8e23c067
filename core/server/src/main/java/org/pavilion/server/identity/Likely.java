package org.pavilion.server.identity;

import java.util.List;

/** Accounts that may belong to one person, and what speaks for it. */
public record Likely(Reason reason, List<Account> accounts) {
    /** The strongest first. */
    public enum Reason {
        /** They are linked to the same entry of the directory. */
        PERSON,
        /** Their addresses differ in dots or what follows a plus alone. */
        ADDRESS,
        /** They have the same name, whatever its case and spaces. */
        NAME
    }
}
