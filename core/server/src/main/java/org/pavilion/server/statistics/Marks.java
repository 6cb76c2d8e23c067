package org.pavilion.server.statistics;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Recognises a visitor within one day and counter, and nowhere else: the stored mark is a keyed hash,
 * another one for each counter, and the day's key is thrown away soon after the day.
 */
final class Marks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final CountStore store;
    private final Map<LocalDate, SecretKeySpec> keys = new HashMap<>();

    Marks(CountStore store) {
        this.store = store;
    }

    String of(CountKey counter, Visits.Seen seen) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key(seen.day()));
            var text = String.join("\n", counter.owner(), counter.metric(), counter.ref(), seen.visitor());
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    private synchronized SecretKeySpec key(LocalDate day) {
        keys.keySet().removeIf(each -> each.isBefore(day.minusDays(1)));
        return keys.computeIfAbsent(day, each -> new SecretKeySpec(store.salt(each), ALGORITHM));
    }
}
