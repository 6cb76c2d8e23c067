package org.pavilion.server.http.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.server.identity.Sanction;
import org.pavilion.server.live.view.DeskLoad;

/** What moderators and those they act on are shown. */
public final class ModerationSheet {
    private ModerationSheet() {}

    /**
     * What a moderator sees.
     *
     * @param desks the rooms of the reader, with what waits in each
     * @param places where the reader may impose something
     * @param names of accounts; guests have none
     */
    public record Board(
            List<DeskLoad> desks,
            List<Sanction> recent,
            List<Sanction> appeals,
            List<Scope> places,
            Map<Ref, String> names,
            Typed typed,
            Optional<Desk.Notice> notice) {
        private static final int LONGEST = 20;

        /** The name of an account; a guest has only a reference, of which the beginning tells enough. */
        public String name(Ref who) {
            var written = who.toString();
            return names.getOrDefault(who, written.substring(0, Math.min(LONGEST, written.length())));
        }
    }

    /**
     * Somebody's own record.
     *
     * @param now ids of those that hold at the moment
     * @param open ids of those that can be appealed against
     */
    public record Standing(
            List<Sanction> all, List<String> now, List<String> open, Typed typed, Optional<Desk.Notice> notice) {}
}
