package org.pavilion.server.live.room;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/** Who is who within one room, and nobody can tell whether two rooms have the same guest. */
public final class Pseudonyms {
    private static final int LENGTH = 16;

    private final SecretKeySpec key;

    public Pseudonyms(Storage storage) {
        key = new SecretKeySpec(HexFormat.of().parseHex(secret(storage)), "HmacSHA256");
    }

    public String of(Ref room, Ref who) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var digest = mac.doFinal((room + "\n" + who).getBytes(StandardCharsets.UTF_8));
            return "a" + HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Made once for each house; the first start that finds none writes it. */
    private static String secret(Storage storage) {
        var known = storage.read(Pseudonyms::stored);
        if (known.isPresent()) {
            return known.get();
        }
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        return storage.write((handle, journal) -> {
            handle.execute(
                    "insert into live_secret(one, value) values (1, ?) on conflict (one) do nothing",
                    HexFormat.of().formatHex(fresh));
            return stored(handle).orElseThrow();
        });
    }

    private static Optional<String> stored(Handle handle) {
        return handle.createQuery("select value from live_secret where one = 1")
                .mapTo(String.class)
                .findOne();
    }
}
