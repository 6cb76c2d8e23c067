package org.pavilion.server.live.poll;

import java.time.Instant;
import java.util.Optional;
import org.pavilion.api.Ref;

/** A poll as it is stored. */
record PollRow(
        String id,
        Ref room,
        Instant at,
        String spec,
        String state,
        int round,
        boolean featured,
        Optional<Instant> closesAt) {}
