package org.pavilion.server.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param rows how many were read, up to the fault if there is one
 * @param keys ids of the keys that signed the checkpoints
 */
public record Verdict(Instant at, long rows, long checkpoints, String hash, List<String> keys, Optional<Fault> fault) {
    public boolean sound() {
        return fault.isEmpty();
    }
}
