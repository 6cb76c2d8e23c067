package org.pavilion.server.http;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/** What a reader can do next with an object: groups of cards, the groups one can act on first. */
public record NextPanel(List<Group> groups) {
    static final NextPanel EMPTY = new NextPanel(List.of());

    /**
     * Objects that stand in the same relation to the subject.
     *
     * @param relation name of the relation; {@code similar} when the words alone suggest it
     * @param first the cards to show
     * @param more the others, behind "all"
     */
    public record Group(String relation, Text title, List<Card> first, List<Card> more) {}

    /**
     * One object.
     *
     * @param kind what it is, e.g. "Session"
     * @param path its page without language prefix
     * @param verb what to do there, where its type declares one
     */
    public record Card(Ref ref, Text kind, Text title, String path, Optional<Text> verb) {}
}
