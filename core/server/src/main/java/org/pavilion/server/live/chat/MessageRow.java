package org.pavilion.server.live.chat;

import java.time.Instant;
import java.util.Optional;
import org.pavilion.api.Ref;

/** A message that everybody may see; other rows never leave {@link MessageRows}. */
public record MessageRow(
        String id,
        Ref room,
        long rev,
        Instant at,
        Ref author,
        String name,
        String role,
        String text,
        Optional<String> lane,
        Optional<String> colour,
        Optional<String> replyTo,
        Optional<Instant> editedAt) {}
