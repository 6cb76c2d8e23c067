package org.pavilion.server.live;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/** Who is who within one room, and nobody can tell whether two rooms have the same guest. */
final class Pseudonyms {
    private static final int LENGTH = 16;

    private final Storage storage;
    private volatile @Nullable SecretKeySpec key;

    Pseudonyms(Storage storage) {
        this.storage = storage;
    }

    String of(Ref room, Ref who) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            var digest = mac.doFinal((room + "\n" + who).getBytes(StandardCharsets.UTF_8));
            return "a" + HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Made once for each house; the first that asks writes it. */
    private SecretKeySpec key() {
        var known = key;
        if (known == null) {
            var fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            var kept = storage.write((handle, journal) -> {
                handle.execute(
                        "insert into live_secret(one, value) values (1, ?) on conflict (one) do nothing",
                        HexFormat.of().formatHex(fresh));
                return handle.createQuery("select value from live_secret where one = 1")
                        .mapTo(String.class)
                        .one();
            });
            known = new SecretKeySpec(HexFormat.of().parseHex(kept), "HmacSHA256");
            key = known;
        }
        return known;
    }
}
