package org.pavilion.server.identity;

/** Takes letters to people; whoever sends mail implements it. */
public interface Letters {

    /** Takes over the letter; returns at once. False when it cannot, so that the organiser gets it. */
    boolean send(Letter letter);
}
