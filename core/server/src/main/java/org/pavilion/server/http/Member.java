package org.pavilion.server.http;

/**
 * Who is signed in, for the menu of the frame.
 *
 * @param name what others see
 * @param account whether there is an account with pages of its own; the operator has none
 * @param organises whether the organiser's area has something for them
 */
public record Member(String name, boolean account, boolean organises) {}
