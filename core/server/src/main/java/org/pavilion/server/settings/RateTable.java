package org.pavilion.server.settings;

import java.util.EnumMap;
import java.util.Map;

/**
 * Every rate limit of the house in one table.
 *
 * @param rates one row for each limit
 * @param onSiteFactor how many ordinary networks a network of the venue counts for: a hall sits
 *     behind one address
 * @param loopbackFactor the same for the machine itself, where tests and benchmarks run; callers
 *     behind a reverse proxy only count as themselves when it is listed as trusted
 */
public record RateTable(Map<Limit, Rate> rates, int onSiteFactor, int loopbackFactor) {
    public static final RateTable DEFAULT = new RateTable(
            Map.ofEntries(
                    Map.entry(Limit.ANONYMOUS, Rate.of("50/s burst 200")),
                    Map.entry(Limit.SIGNED_IN, Rate.of("30/s burst 100")),
                    Map.entry(Limit.SEARCH, Rate.of("10/s burst 30")),
                    Map.entry(Limit.SUGGEST, Rate.of("30/s burst 60")),
                    Map.entry(Limit.UPLOAD, Rate.of("10/h")),
                    Map.entry(Limit.EXPORT, Rate.of("3/h")),
                    Map.entry(Limit.CHAT, Rate.of("1/s burst 5")),
                    Map.entry(Limit.REACTION, Rate.of("5/s burst 10")),
                    Map.entry(Limit.ASK, Rate.of("1/15s")),
                    Map.entry(Limit.VOTE, Rate.of("5/s burst 10")),
                    Map.entry(Limit.SIGN_IN, Rate.of("5/15m")),
                    Map.entry(Limit.SIGN_IN_NETWORK, Rate.of("50/15m")),
                    Map.entry(Limit.SIGN_IN_ACCOUNT, Rate.of("100/h")),
                    Map.entry(Limit.REGISTER, Rate.of("3/h")),
                    Map.entry(Limit.LETTER, Rate.of("5/h")),
                    Map.entry(Limit.PAIRING, Rate.of("20/10m")),
                    Map.entry(Limit.ENTRY, Rate.of("600/h")),
                    Map.entry(Limit.SOCKET, Rate.of("2/s burst 20"))),
            40,
            2_000);

    public RateTable {
        rates = Map.copyOf(rates);
        for (var limit : Limit.values()) {
            if (!rates.containsKey(limit)) {
                throw new IllegalArgumentException("no rate for " + limit);
            }
        }
    }

    public Rate of(Limit limit) {
        var rate = rates.get(limit);
        if (rate == null) {
            throw new IllegalStateException("no rate for " + limit);
        }
        return rate;
    }

    /** The same table with another rate for one limit. */
    public RateTable with(Limit limit, Rate rate) {
        var changed = new EnumMap<Limit, Rate>(rates);
        changed.put(limit, rate);
        return new RateTable(changed, onSiteFactor, loopbackFactor);
    }
}
