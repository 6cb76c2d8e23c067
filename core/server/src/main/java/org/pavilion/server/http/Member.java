package org.pavilion.server.http;

import java.util.Optional;

/**
 * Who is signed in, for the menu of the frame.
 *
 * @param name what others see
 * @param account id of the account, which has pages and an inbox of its own; the operator has none
 * @param organises whether the organiser's area has something for them
 */
public record Member(String name, Optional<String> account, boolean organises) {}
