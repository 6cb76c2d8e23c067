package org.pavilion.server.notify;

import java.util.Optional;
import org.pavilion.api.Text;

/**
 * In whose name mail is written: the expo's, not the product's.
 *
 * @param logo path of a picture for the head of a mail
 * @param ground colour of the button, {@code #rrggbb}
 * @param ink colour of the words on it
 */
public record Sender(Text name, Optional<String> logo, String ground, String ink) {}
