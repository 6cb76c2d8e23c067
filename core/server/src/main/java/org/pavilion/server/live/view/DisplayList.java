package org.pavilion.server.live.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The screens of a room, as its moderators see them. */
public record DisplayList(List<Screen> screens) {
    /**
     * One screen.
     *
     * @param view projector, lower-third or kiosk
     * @param by who let it in
     * @param seenAt when it was heard of last, a minute more or less
     */
    public record Screen(
            String id, String view, String label, String by, Instant at, Instant until, Optional<Instant> seenAt) {

        /** The same, heard of then. */
        public Screen seen(Optional<Instant> last) {
            return new Screen(id, view, label, by, at, until, last);
        }
    }
}
