package org.pavilion.plugin.forum;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/** The sessions of one person in all editions, latest first, with what they were in each. */
public record SpeakerSessions(String person, List<Entry> sessions) {

    /**
     * One session.
     *
     * @param role what the person is in this session, else who they are
     * @param title who they were that year, where the record says so
     * @param inferred the source implies that they were there without stating it
     */
    public record Entry(
            String id,
            Text name,
            String edition,
            Text editionName,
            Optional<Text> when,
            Text role,
            Optional<Text> title,
            boolean inferred,
            boolean synthetic) {

        public String path() {
            return "/forum/" + id;
        }
    }
}
