package org.pavilion.testing;

/** Who calls. */
public enum Role {
    /** A visitor without account. */
    GUEST,
    /** The person who runs the server. */
    OPERATOR
}
