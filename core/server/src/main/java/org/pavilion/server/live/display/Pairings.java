package org.pavilion.server.live.display;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.live.view.PairingView;

/**
 * Screens that wait to be let in. Each shows a code for five minutes; who types it at the desk decides
 * what the screen sees, and the screen collects that with its secret, once. A code that was used is gone
 * at once, so it lets nobody else in. Nothing of this is stored: a screen whose code is gone asks for
 * another by itself.
 */
final class Pairings {
    static final Duration SHOWN = Duration.ofMinutes(5);

    private static final int CODE = 6;
    private static final int SECRET = 32;
    private static final int MOST = 2_000;

    private final Map<String, Waiting> byCode = new ConcurrentHashMap<>();
    private final Map<String, Decided> let = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Pairings(InstantSource clock) {
        this.clock = clock;
    }

    /** What a moderator decided for a screen. */
    record Decision(Ref room, String view, String label, Ref by) {}

    private record Waiting(String code, String secret, String view, String place, Instant until) {}

    private record Decided(Decision decision, Instant until) {}

    PairingView begin(String view, String place) {
        forget();
        if (byCode.size() + let.size() >= MOST) {
            throw new Problem("display.busy", 503, "Too many screens wait; try again in a moment").retryAfter(30_000);
        }
        while (true) {
            var screen = new Waiting(
                    Codes.random(CODE),
                    Codes.random(SECRET),
                    view,
                    place,
                    clock.instant().plus(SHOWN));
            if (byCode.putIfAbsent(screen.code(), screen) == null) {
                return new PairingView(screen.code(), screen.secret(), screen.until());
            }
        }
    }

    /** Lets in the screen that shows the code; {@code display.code-unknown} (404) when none does. */
    Decision accept(String typed, Ref room, Optional<String> view, Optional<String> label, Ref by) {
        forget();
        var screen = byCode.remove(Codes.typed(typed));
        if (screen == null) {
            throw new Problem("display.code-unknown", 404, "No screen shows this code now").at("/code");
        }
        var decision = new Decision(
                room,
                view.orElse(screen.view()),
                label.filter(text -> !text.isBlank()).orElse(screen.place()),
                by);
        let.put(screen.secret(), new Decided(decision, clock.instant().plus(SHOWN)));
        return decision;
    }

    /** What was decided for the screen with the secret; it is told once. */
    Optional<Decision> collect(String secret) {
        forget();
        return Optional.ofNullable(let.remove(secret)).map(Decided::decision);
    }

    /** Whether a screen's code is still shown. */
    boolean waits(String secret) {
        var wanted = secret.getBytes(StandardCharsets.UTF_8);
        return byCode.values().stream()
                .anyMatch(each -> MessageDigest.isEqual(each.secret().getBytes(StandardCharsets.UTF_8), wanted));
    }

    private void forget() {
        var now = clock.instant();
        byCode.values().removeIf(each -> !each.until().isAfter(now));
        let.values().removeIf(each -> !each.until().isAfter(now));
    }
}
