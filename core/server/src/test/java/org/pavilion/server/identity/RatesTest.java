package org.pavilion.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.settings.Limit;
import org.pavilion.server.settings.Rate;
import org.pavilion.server.settings.RateTable;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.telemetry.Telemetry;

class RatesTest {
    private static final String STREET = "192.0.2.1";
    private static final String HALL = "198.51.100.4";

    private final Rates rates = new Rates(
            ServerSettings.local(Path.of("."))
                    .withOnSiteNetworks(List.of("198.51.100.0/24"))
                    .withLimits(new RateTable(
                            RateTable.DEFAULT.with(Limit.SEARCH, Rate.of("3/h")).rates(), 10, 100)),
            new Telemetry());
    private final Caller guest = new Guests(InstantSource.system()).caller(Optional.empty(), STREET);

    @Test
    void refusesWhatIsTooOftenAndSaysWhenToComeBack() {
        assertEquals(3, allowed(STREET));

        var refused = assertThrows(Problem.class, () -> rates.take(Limit.SEARCH, guest, STREET));
        assertEquals("rate.limited", refused.code());
        assertEquals(429, refused.status());
        assertTrue(refused.retryAfterMs() > 0);
    }

    @Test
    void countsGuestsByNetwork() {
        allowed(STREET);

        assertThrows(Problem.class, () -> rates.take(Limit.SEARCH, guest, "192.0.2.254"));
        rates.take(Limit.SEARCH, guest, "192.0.3.1");
    }

    @Test
    void countsWhoIsSignedInByAccountWhereverTheyAre() {
        var operator = new Caller(new Ref("operator", "operator"), Caller.Kind.OPERATOR, Set.of("pub"));
        for (int i = 0; i < 3; i++) {
            rates.take(Limit.SEARCH, operator, "192.0.2." + i);
        }

        assertThrows(Problem.class, () -> rates.take(Limit.SEARCH, operator, "203.0.113.9"));
        rates.take(Limit.SEARCH, guest, STREET);
    }

    @Test
    void letsTheVenueAndTheMachineItselfDoMore() {
        assertEquals(30, allowed(HALL));
        assertEquals(300, allowed("127.0.0.1"));
        assertEquals(300, allowed("::1"));
    }

    private int allowed(String address) {
        for (int count = 0; ; count++) {
            try {
                rates.take(Limit.SEARCH, guest, address);
            } catch (Problem limited) {
                return count;
            }
        }
    }
}
