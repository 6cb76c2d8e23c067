package org.pavilion.server.identity;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Caller;
import org.pavilion.api.Ref;

/**
 * Visitors without an account. A guest cookie makes one browser recognisable for as long as it is
 * kept; the reference is its digest, so that seeing a reference is no way to become that guest.
 * Without a cookie the reference stands for a network and a day, under a key that dies with the
 * process: nobody can work back to an address.
 */
final class Guests {
    private static final int ID_LENGTH = 24;

    private final String key = Secret.random();
    private final InstantSource clock;

    Guests(InstantSource clock) {
        this.clock = clock;
    }

    Caller caller(Optional<String> cookie, String address) {
        var seed = cookie.filter(Secret::looksRandom)
                .map(value -> "cookie " + value)
                .orElseGet(() -> "network " + key + " " + today() + " " + Addresses.network(address));
        var id = Secret.sha256Hex(seed).substring(0, ID_LENGTH);
        return new Caller(new Ref("guest", id), Caller.Kind.GUEST, Set.of("pub"));
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
