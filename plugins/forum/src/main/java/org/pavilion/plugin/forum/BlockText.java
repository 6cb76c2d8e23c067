package org.pavilion.plugin.forum;

import java.time.ZoneId;
import java.util.Optional;

/** How a block of a session is said on a page. */
public final class BlockText {
    private BlockText() {}

    /** When it was run, else when it is planned. */
    public static Optional<String> hour(Block block, ZoneId zone) {
        return block.ran().or(block::start).map(at -> Programme.hour(at, zone));
    }
}
