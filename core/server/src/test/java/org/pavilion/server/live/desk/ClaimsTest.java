package org.pavilion.server.live.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;

/** Two moderators never have the same item in hand, and nobody keeps one for good. */
final class ClaimsTest {
    private static final Ref ROOM = new Ref("session", "keynote");
    private static final Ref ANNA = new Ref("account", "anna");
    private static final Ref BO = new Ref("account", "bo");

    private Instant now = Instant.parse("2027-03-01T09:00:00Z");
    private final Claims claims = new Claims(() -> now);

    @Test
    void whatSomebodyHasInHandIsRefusedToOthersWithTheirName() {
        claims.take(ROOM, "question:1", ANNA, "Anna");
        var refused = assertThrows(Problem.class, () -> claims.take(ROOM, "question:1", BO, "Bo"));
        assertEquals("claim.taken", refused.code());
        assertTrue(refused.detail().contains("Anna"));
        claims.take(new Ref("session", "other"), "question:1", BO, "Bo");
        assertEquals(
                List.of(true),
                claims.of(ROOM, ANNA).stream().map(each -> each.mine()).toList());
    }

    @Test
    void itIsFreeAgainAfterAMinuteOrWhenItsHolderPutsItDown() {
        claims.take(ROOM, "question:1", ANNA, "Anna");
        assertFalse(claims.release(ROOM, "question:1", BO));
        assertTrue(claims.release(ROOM, "question:1", ANNA));
        claims.take(ROOM, "question:1", BO, "Bo");
        now = now.plus(Claims.HOLDS);
        claims.take(ROOM, "question:1", ANNA, "Anna");
        assertEquals("Anna", claims.of(ROOM, BO).getFirst().by());
    }
}
