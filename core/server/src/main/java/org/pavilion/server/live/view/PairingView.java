package org.pavilion.server.live.view;

import java.time.Instant;

/**
 * What a screen that waits to be let in knows.
 *
 * @param code to be shown on the screen
 * @param secret with which the screen collects what was decided; for itself alone
 */
public record PairingView(String code, String secret, Instant until) {
    @Override
    public String toString() {
        return "PairingView[until=" + until + "]";
    }
}
